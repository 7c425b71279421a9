package conformance.kinks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double = 2.0 -> 11.0
// args: double = 0.5 -> 11.0
// kinks
/** Step functions have the derivative zero, at the steps too. */
public final class Steps {

    private Steps() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        return Math.floor(x) + Math.ceil(x) * 2 + Math.rint(x) + Math.signum(x) + 11 * x + Math.round(x);
    }
}
