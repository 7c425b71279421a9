package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 0.9], int 7
// args: double in [1.5, 2], int 8
/** Three methods in a ring, one of them with two ways on. */
public final class Three {

    private Three() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        return first(x, n);
    }

    private static double first(double x, int n) {
        return n <= 0 ? x : second(x / 2, n - 1) * x;
    }

    private static double second(double x, int n) {
        if (x > 0.5) {
            return first(x * x, n - 1);
        }
        return third(x + 1, n) + first(x, n - 2);
    }

    private static double third(double x, int n) {
        return n <= 0 ? Math.sqrt(x) : second(x / 3, n - 3);
    }
}
