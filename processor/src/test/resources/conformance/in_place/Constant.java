package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
/** Overwritten by a constant: its first content has no influence. */
public final class Constant {

    private Constant() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double s = a[0] * a[1];
        a[1] = 2;
        a[2] = x;
        return s + a[1] * a[0] + a[2] * a[2];
    }
}
