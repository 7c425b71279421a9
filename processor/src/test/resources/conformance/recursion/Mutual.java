package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 0.9], int 0
// args: double in [0.2, 0.9], int 1
// args: double in [0.2, 0.9], int 4
// args: double in [0.2, 0.9], int 5
/** Two methods that call each other, entered through both. */
public final class Mutual {

    private Mutual() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        return even(x, n) + 2 * odd(x, n);
    }

    private static double even(double x, int n) {
        return n == 0 ? x : odd(Math.sin(x), n - 1);
    }

    private static double odd(double x, int n) {
        return n == 0 ? 2 * x : even(x * x, n - 1);
    }
}
