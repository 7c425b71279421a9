package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 2]
// args: double = 1.0 -> 4.0
/** The gradient is a single number. */
public final class OneArgument {

    private OneArgument() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        return x * x * x + Math.log(x);
    }
}
