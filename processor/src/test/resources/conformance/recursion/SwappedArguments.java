package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1], int 0
// args: double in [0.5, 1], int 1
// args: double in [0.5, 1], int 5
/** A parameter that varies only in deeper calls. */
public final class SwappedArguments {

    private SwappedArguments() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        return swap(x, 2, 3, n);
    }

    private static double swap(double a, double b, double c, int n) {
        return n == 0 ? a * a + 2 * b * c + Math.sin(c) : a * swap(b + 0.1, c, a, n - 1);
    }
}
