package conformance.compound_assignment;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [1, 2], double in [1, 2]
/** Each arithmetic compound assignment on a real. */
public final class AllOperators {

    private AllOperators() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double r = x;
        r += y * y;
        r -= x / y;
        r *= r + y;
        r /= x + y;
        r %= 1.3;
        return r * x;
    }
}
