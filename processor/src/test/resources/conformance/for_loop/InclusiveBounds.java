package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int 3
/** Bounds that are part of the range. */
public final class InclusiveBounds {

    private InclusiveBounds() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int last) {
        double s = a[0];
        for (int i = 1; i <= last; i++) {
            s = s * a[i] + i;
        }
        for (int i = last; i > 0; --i) {
            s += a[i] * Math.sin(s);
        }
        return s;
    }
}
