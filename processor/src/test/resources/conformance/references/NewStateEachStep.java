package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.1, 0.5], int 3
// args: double[3], double in [0.1, 0.5], int 0
/** The state is a new array after each step. */
public final class NewStateEachStep {

    private NewStateEachStep() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double h, int steps) {
        double[] y = x;
        for (int t = 0; t < steps; t++) {
            double[] k = slope(y);
            y = moved(y, k, h);
        }
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += y[i] * y[i] * x[i];
        }
        return s;
    }

    private static double[] slope(double[] y) {
        double[] k = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            k[i] = Math.sin(y[i]) - y[(i + 1) % y.length];
        }
        return k;
    }

    private static double[] moved(double[] y, double[] k, double h) {
        double[] z = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            z[i] = y[i] + h * k[i] * y[i];
        }
        return z;
    }
}
