package dev.pullback.samples.benchmarks;

import java.util.Random;

/**
 * The input of one logistic regression.
 *
 * @param w weights
 * @param b intercept
 * @param x examples
 * @param y labels, 0 or 1
 * @param lambda weight of the penalty
 */
public record LogisticData(double[] w, double b, double[][] x, int[] y, double lambda) {

    /**
     * Draws standardised features and labels that a noisy linear rule gives, about as separable as the breast-cancer
     * data of the same shape, 569 by 30.
     *
     * @param examples number of examples
     * @param features number of features
     * @return the input, always the same for the same numbers
     */
    public static LogisticData random(int examples, int features) {
        Random random = new Random(20260101);
        double[] w = RandomInputs.gaussian(random, features, 0.3);
        double b = 0.1;
        double[][] x = RandomInputs.gaussian(random, examples, features, 1.0);
        int[] y = new int[examples];
        for (int i = 0; i < examples; i++) {
            double z = b + random.nextGaussian();
            for (int j = 0; j < features; j++) {
                z += w[j] * x[i][j];
            }
            y[i] = z > 0 ? 1 : 0;
        }
        return new LogisticData(w, b, x, y, 0.01);
    }
}
