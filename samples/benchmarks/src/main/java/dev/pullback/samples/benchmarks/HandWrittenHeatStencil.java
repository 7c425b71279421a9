package dev.pullback.samples.benchmarks;

/** The gradient of {@link HeatStencil} by hand: the curvatures are kept, the temperatures are not needed again. */
final class HandWrittenHeatStencil {
    private double[] u = new double[0];
    private double[] curvatures = new double[0];

    double valueAndGradient(
            double[] initial, double k, double[] target, int steps, double[] initialBar, double[] scalarBars) {
        int n = initial.length;
        int inner = n - 2;
        if (u.length != n || curvatures.length != steps * inner) {
            u = new double[n];
            curvatures = new double[steps * inner];
        }
        System.arraycopy(initial, 0, u, 0, n);
        for (int s = 0; s < steps; s++) {
            for (int i = 1; i <= inner; i++) {
                double curvature = u[i - 1] - 2 * u[i] + u[i + 1];
                curvatures[s * inner + i - 1] = curvature;
                u[i] += k * curvature;
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double error = u[i] - target[i];
            sum += error * error;
            initialBar[i] = 2 * error;
        }
        double kBar = 0;
        for (int s = steps - 1; s >= 0; s--) {
            for (int i = inner; i >= 1; i--) {
                double bar = initialBar[i];
                kBar += bar * curvatures[s * inner + i - 1];
                double flow = bar * k;
                initialBar[i - 1] += flow;
                initialBar[i] = bar - 2 * flow;
                initialBar[i + 1] += flow;
            }
        }
        scalarBars[0] = kBar;
        return sum;
    }
}
