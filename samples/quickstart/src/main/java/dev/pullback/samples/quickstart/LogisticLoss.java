package dev.pullback.samples.quickstart;

import dev.pullback.annotations.Differentiable;

/** The loss of logistic regression: a plain Java method, whose gradient the compiler writes. */
public final class LogisticLoss {

    private LogisticLoss() {}

    /**
     * The mean log-loss of the predictions {@code sigmoid(w . x + b)}, plus {@code lambda / 2 * |w|^2}.
     *
     * <p>The log-loss of one row is {@code log(1 + exp(-margin))}, where the margin is positive if the prediction is
     * right. Each of its two forms below keeps the exponential at most one, so that no margin overflows, and is smooth
     * by itself. The common one-liner {@code max(-margin, 0) + log1p(exp(-abs(margin)))} has the same values, but its
     * kinks at margin zero, where training starts, cancel on paper only.
     *
     * @param w one weight per feature
     * @param b the bias, not regularised
     * @param x one row of features per sample
     * @param y the class of every sample, 0 or 1
     * @param lambda the strength of the regularisation
     * @return the loss
     */
    @Differentiable(wrt = {"w", "b"})
    public static double loss(double[] w, double b, double[][] x, int[] y, double lambda) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            double z = b;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * row[j];
            }
            double margin = y[i] == 1 ? z : -z;
            if (margin > 0.0) {
                sum += Math.log1p(Math.exp(-margin));
            } else {
                sum += Math.log1p(Math.exp(margin)) - margin;
            }
        }
        double squaredNorm = 0.0;
        for (double weight : w) {
            squaredNorm += weight * weight;
        }
        return sum / x.length + 0.5 * lambda * squaredNorm;
    }
}
