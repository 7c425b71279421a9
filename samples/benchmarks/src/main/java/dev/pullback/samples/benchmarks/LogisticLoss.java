package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** Regularised logistic regression: the mean log-loss of a linear classifier plus {@code lambda * |w|^2}. */
public final class LogisticLoss {

    private LogisticLoss() {}

    /**
     * The loss {@code mean_i log(1 + exp(-s_i z_i)) + lambda |w|^2} with {@code z_i = b + w . x_i} and
     * {@code s_i} the sign of label {@code i}.
     *
     * <p>The exponential is only taken of non-positive numbers, so nothing overflows. Both branches are
     * the same smooth function; written with {@code max} and {@code abs} instead, the loss would have two
     * kinks at {@code z = 0}, the very point at which a fit starts.
     *
     * @param w weights, one per feature
     * @param b intercept
     * @param x examples, one row each
     * @param y labels, 1 for positive and 0 for negative examples
     * @param lambda weight of the penalty
     * @return the loss
     */
    @Differentiable(wrt = {"w", "b"})
    public static double loss(double[] w, double b, double[][] x, int[] y, double lambda) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            double z = b;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * row[j];
            }
            double margin = y[i] == 1 ? z : -z;
            if (margin > 0) {
                sum += Math.log1p(Math.exp(-margin));
            } else {
                sum += Math.log1p(Math.exp(margin)) - margin;
            }
        }
        double penalty = 0;
        for (double wj : w) {
            penalty += wj * wj;
        }
        return sum / x.length + lambda * penalty;
    }
}
