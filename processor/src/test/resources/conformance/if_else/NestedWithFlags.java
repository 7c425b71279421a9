package conformance.if_else;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3], boolean true
// args: double, double[3], boolean false
// seeds: 6
/** Booleans computed from reals, kept, and overwritten. */
public final class NestedWithFlags {

    private NestedWithFlags() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a, boolean flag) {
        boolean positive = x > 0;
        double s = a[0];
        if (positive && flag || a[1] > 0.5) {
            if (!flag) {
                s *= a[1];
                positive = s > 0;
            } else {
                s += x * x;
            }
        }
        flag = positive ^ flag;
        if (flag) {
            s = s * a[2] + x;
        }
        return positive ? s * s : s * x;
    }
}
