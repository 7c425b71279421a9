package conformance.kinks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double = 0.0 -> 1.0
// args: double = -0.0 -> 1.0
// args: double = 1.5 -> 2.0
// args: double = -1.5 -> 0.0
// kinks
/** The derivative of abs at zero is zero. */
public final class AbsAtZero {

    private AbsAtZero() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        return Math.abs(x) + x;
    }
}
