package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2]
/** One array for two parameters of a helper. */
public final class SameArrayTwice {

    private SameArrayTwice() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] b = {a[0] * a[1], a[1]};
        double s = mix(b, b);
        return s * b[0] + b[1] * mix(a, b);
    }

    private static double mix(double[] u, double[] v) {
        u[0] = u[0] + v[1] * v[0];
        v[1] = u[0] * v[1];
        return u[1] * v[0];
    }
}
