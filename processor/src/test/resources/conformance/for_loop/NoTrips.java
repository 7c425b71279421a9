package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[0], int 0
// args: double, double[2], int -1
/** Loops that do not run. */
public final class NoTrips {

    private NoTrips() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a, int n) {
        double s = x * x;
        for (int i = 0; i < n; i++) {
            s *= a[i];
        }
        for (int i = n; i >= 1; i--) {
            s += a[i];
        }
        for (int i = 5; i < a.length; i++) {
            s -= a[i];
        }
        return s;
    }
}
