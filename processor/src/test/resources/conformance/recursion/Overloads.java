package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1], int 4
/** Methods of one name share helpers, and each gets functions of its own. */
public final class Overloads {

    private Overloads() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        return power(x, n);
    }

    @Differentiable
    static double other(double x) {
        return power(x, 3);
    }

    @Differentiable
    static double other(double x, int n) {
        return power(x, n) + other(x);
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }
}
