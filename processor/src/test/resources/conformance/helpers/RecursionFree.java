package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], int 3
/** The same helper at three places and inside its own argument. */
public final class RecursionFree {

    private RecursionFree() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        double y = pow(pow(x, 2) + 1, n);
        for (int i = 1; i <= n; i++) {
            y += pow(x, i) / i;
        }
        return y;
    }

    private static double pow(double base, int exponent) {
        double r = 1;
        for (int i = 0; i < exponent; i++) {
            r *= base;
        }
        return r;
    }
}
