package conformance.short_circuit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 3
// args: double[3], int 1
// args: double[3], int -1
// seeds: 8
/** The right operand could not be evaluated if the left one did not stop it. */
public final class Guards {

    private Guards() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 1;
        if (n >= 0 && n < a.length && a[n] > 0) {
            s = s * a[n];
        }
        if (n < 0 || n >= a.length || a[n] * a[n] < 0.3) {
            s = s + a[0];
        }
        boolean inside = n >= 0 && n < a.length;
        return inside && a[n] < 0 || s > 1.5 ? s * s : s * a[1];
    }
}
