package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 0.9], int 0
// args: double in [0.2, 0.9], int 3
/** A call in the argument of a call, as in Ackermann's function. */
public final class Nested {

    private Nested() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        if (n == 0) {
            return Math.sin(x) + x;
        }
        return f(f(x, n - 1) * 0.5, n - 1) * x;
    }
}
