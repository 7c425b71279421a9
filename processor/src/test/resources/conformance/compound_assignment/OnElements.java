package conformance.compound_assignment;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [1, 2], double in [1, 2]
/** The element is read, changed and written. */
public final class OnElements {

    private OnElements() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] b = {x, x * x, 1.0};
        b[0] += a[1] * x;
        b[1] *= a[2] + b[0];
        b[2] -= b[1] / a[0];
        b[0] /= b[2] * b[2] + 1;
        b[1] *= b[1];
        return b[0] + b[1] * b[2];
    }
}
