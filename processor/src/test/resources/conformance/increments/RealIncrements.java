package conformance.increments;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[2]
/** Increments of reals and of elements. */
public final class RealIncrements {

    private RealIncrements() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        double y = x * x;
        y++;
        double z = y * x;
        --z;
        double[] b = {z, y};
        b[0]--;
        ++b[1];
        return b[0] * b[1] * a[0] + a[1] * y;
    }
}
