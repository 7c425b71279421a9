package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double in [1, 2]
// args: double[1], double in [1, 2]
/** The value of the call is a divisor. */
public final class ContinuedFraction {

    private ContinuedFraction() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] b, double x) {
        return tail(b, x, 0);
    }

    private static double tail(double[] b, double x, int k) {
        if (k == b.length) {
            return x;
        }
        return 3 + b[k] * b[k] + x / tail(b, x, k + 1);
    }
}
