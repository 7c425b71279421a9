package dev.pullback.samples.benchmarks;

/** The gradient of {@link IirFilter} by hand: the adjoint of the output runs back in two local variables. */
final class HandWrittenIirFilter {
    private double[] y = new double[0];

    double valueAndGradient(double[] b, double[] a, double[] x, double[] target, double[] bBar, double[] aBar) {
        int n = x.length;
        if (y.length != n) {
            y = new double[n];
        }
        double sum = 0;
        double b0 = b[0];
        double b1 = b[1];
        double b2 = b[2];
        double a0 = a[0];
        double a1 = a[1];
        for (int t = 2; t < n; t++) {
            y[t] = b0 * x[t] + b1 * x[t - 1] + b2 * x[t - 2] - a0 * y[t - 1] - a1 * y[t - 2];
            double error = y[t] - target[t];
            sum += error * error;
        }
        double b0Bar = 0;
        double b1Bar = 0;
        double b2Bar = 0;
        double a0Bar = 0;
        double a1Bar = 0;
        double next = 0;
        double nextButOne = 0;
        for (int t = n - 1; t >= 2; t--) {
            double yBar = 2 * (y[t] - target[t]) - a0 * next - a1 * nextButOne;
            b0Bar += yBar * x[t];
            b1Bar += yBar * x[t - 1];
            b2Bar += yBar * x[t - 2];
            a0Bar -= yBar * y[t - 1];
            a1Bar -= yBar * y[t - 2];
            nextButOne = next;
            next = yBar;
        }
        bBar[0] = b0Bar;
        bBar[1] = b1Bar;
        bBar[2] = b2Bar;
        aBar[0] = a0Bar;
        aBar[1] = a1Bar;
        return sum;
    }
}
