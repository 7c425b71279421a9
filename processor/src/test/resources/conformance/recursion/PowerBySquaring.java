package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], int 0
// args: double in [0.5, 1.5], int 1
// args: double in [0.5, 1.5], int 6
// args: double in [-1.5, -0.5], int 13
/** A private helper that calls itself once, with a value that is used twice. */
public final class PowerBySquaring {

    private PowerBySquaring() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        return x * power(Math.sin(x), n);
    }

    private static double power(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }
}
