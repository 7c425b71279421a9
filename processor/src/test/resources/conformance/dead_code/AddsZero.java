package conformance.dead_code;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3]
/** Adding zero is not nothing: it turns negative zero into zero. */
public final class AddsZero {

    private AddsZero() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        a[1] += 0.0;
        return a[0] * a[1] * a[2];
    }
}
