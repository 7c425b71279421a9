package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
// args: double = 2.0, double = 3.0 -> 4.0, 0.0
/** One argument has no influence at all. */
public final class IndependentOfOneArgument {

    private IndependentOfOneArgument() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double unused = y * y;
        return x * x;
    }
}
