package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/**
 * The gradient of {@link LogisticLoss} by hand: one pass over the examples, each forward and backward at once,
 * with the exponential of the loss reused for its derivative.
 */
public final class HandWrittenLogisticLoss {

    private HandWrittenLogisticLoss() {}

    /**
     * Computes the loss, bit for bit that of the primal, and overwrites the bars with its gradient.
     *
     * @param w weights
     * @param b intercept
     * @param x examples
     * @param y labels
     * @param lambda weight of the penalty
     * @param wBar receives the gradient by the weights
     * @param scalarBars receives the derivative by the intercept
     * @return the loss
     */
    public static double valueAndGradient(
            double[] w, double b, double[][] x, int[] y, double lambda, double[] wBar, double[] scalarBars) {
        int features = w.length;
        Arrays.fill(wBar, 0);
        double sum = 0;
        double bBar = 0;
        double weight = 1.0 / x.length;
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            double z = b;
            for (int j = 0; j < features; j++) {
                z += w[j] * row[j];
            }
            boolean positive = y[i] == 1;
            double margin = positive ? z : -z;
            double marginBar;
            if (margin > 0) {
                double exp = Math.exp(-margin);
                sum += Math.log1p(exp);
                marginBar = -exp / (1 + exp);
            } else {
                double exp = Math.exp(margin);
                sum += Math.log1p(exp) - margin;
                marginBar = -1 / (1 + exp);
            }
            double zBar = (positive ? marginBar : -marginBar) * weight;
            bBar += zBar;
            for (int j = 0; j < features; j++) {
                wBar[j] += zBar * row[j];
            }
        }
        double penalty = 0;
        for (int j = 0; j < features; j++) {
            penalty += w[j] * w[j];
            wBar[j] += 2 * lambda * w[j];
        }
        scalarBars[0] = bBar;
        return sum / x.length + lambda * penalty;
    }
}
