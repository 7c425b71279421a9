package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 2], double in [0.5, 2]
// args: double in [-2, -0.5], double in [0.5, 2]
// args: double in [0.5, 2], double in [-2, -0.5]
/** A helper that returns or throws, in both orders, called in a loop and in a branch. */
public final class InHelpers {

    private InHelpers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double product = 1;
        for (int i = 0; i < 3; i++) {
            product *= positive(x + i) + y;
        }
        return y > 0 ? product * root(x * x) : product - root(y);
    }

    private static double positive(double v) {
        if (v > 0) {
            return Math.log(v);
        }
        throw new IllegalArgumentException("not positive: " + v);
    }

    private static double root(double v) {
        if (v < 0) {
            throw new ArithmeticException();
        }
        return Math.sqrt(v);
    }
}
