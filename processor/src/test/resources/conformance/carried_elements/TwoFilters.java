package conformance.carried_elements;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double, double
// args: double[2], double, double
// args: double[3], double, double
/** Two recurrences in one loop, each over its own window; the last outputs are used. */
public final class TwoFilters {

    private TwoFilters() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double p, double q) {
        double[] y = new double[x.length];
        double[] z = new double[x.length];
        double s = 0;
        for (int t = 2; t < x.length; t++) {
            y[t] = p * y[t - 1] + x[t];
            z[t] = q * z[t - 1] * y[t] - p * z[t - 2] + x[t - 1] * y[t - 2];
            s += z[t];
        }
        return s + y[x.length - 1] * z[x.length - 1];
    }
}
