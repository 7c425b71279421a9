package conformance.compound_assignment;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** The right side reads the variable that is being assigned. */
public final class ReadsItself {

    private ReadsItself() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        x += x * y;
        y *= x + y;
        x -= Math.sin(x);
        x *= x;
        return x + y * x;
    }
}
