package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** Heat flow in a rod, one array for all time steps, each step in place from left to right. */
final class HeatStencil {

    private HeatStencil() {}

    /** The squared distance of the temperatures after some steps from a target. */
    @Differentiable(wrt = {"initial", "k"})
    static double loss(double[] initial, double k, double[] target, int steps) {
        double[] u = initial.clone();
        for (int s = 0; s < steps; s++) {
            for (int i = 1; i < u.length - 1; i++) {
                u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1]);
            }
        }
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            double error = u[i] - target[i];
            sum += error * error;
        }
        return sum;
    }
}
