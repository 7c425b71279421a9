package dev.pullback.samples.benchmarks;

/**
 * The gradient of {@link LogSumExp} by hand: the softmax, whose exponentials wait in the bar until their sum is
 * known.
 */
public final class HandWrittenLogSumExp {

    private HandWrittenLogSumExp() {}

    /**
     * Computes the log-sum-exp, bit for bit that of the primal, and overwrites the bar with its gradient.
     *
     * @param x at least one number
     * @param xBar receives the gradient
     * @return the logarithm of the sum of the exponentials
     */
    public static double valueAndGradient(double[] x, double[] xBar) {
        int n = x.length;
        double max = x[0];
        for (int i = 1; i < n; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double exp = Math.exp(x[i] - max);
            xBar[i] = exp;
            sum += exp;
        }
        double scale = 1 / sum;
        for (int i = 0; i < n; i++) {
            xBar[i] *= scale;
        }
        return max + Math.log(sum);
    }
}
