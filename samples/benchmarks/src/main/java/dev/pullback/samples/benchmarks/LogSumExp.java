package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** The logarithm of a sum of exponentials, shifted by the maximum so that nothing overflows. */
public final class LogSumExp {

    private LogSumExp() {}

    /**
     * The stable log-sum-exp {@code m + log(sum_i exp(x_i - m))} with {@code m = max_i x_i}. Its gradient
     * is the softmax of {@code x}: the derivatives through {@code m} cancel.
     *
     * @param x at least one number
     * @return the logarithm of the sum of their exponentials
     */
    @Differentiable(wrt = "x")
    public static double logSumExp(double[] x) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (double xi : x) {
            sum += Math.exp(xi - max);
        }
        return max + Math.log(sum);
    }
}
