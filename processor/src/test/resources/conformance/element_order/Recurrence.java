package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double
// args: double[2], double
// args: double[1], double
/** No element is written after it was read, and some are read that are never written. */
public final class Recurrence {

    private Recurrence() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] y = new double[a.length];
        double s = 0;
        for (int t = 2; t < a.length; t++) {
            y[t] = Math.sin(a[t] * y[t - 1]) + x * y[t - 2] * y[t - 2] + a[t];
            double square = y[t] * y[t];
            s += square * y[t - 1];
        }
        return s + a[0];
    }
}
