package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** The squared error of a second-order recursive filter (a biquad). */
final class IirFilter {

    private IirFilter() {}

    /** {@code y[t] = b[0] x[t] + b[1] x[t - 1] + b[2] x[t - 2] - a[0] y[t - 1] - a[1] y[t - 2]}, against a target. */
    @Differentiable(wrt = {"b", "a"})
    static double loss(double[] b, double[] a, double[] x, double[] target) {
        double[] y = new double[x.length];
        double sum = 0;
        for (int t = 2; t < x.length; t++) {
            y[t] = b[0] * x[t] + b[1] * x[t - 1] + b[2] * x[t - 2] - a[0] * y[t - 1] - a[1] * y[t - 2];
            double error = y[t] - target[t];
            sum += error * error;
        }
        return sum;
    }
}
