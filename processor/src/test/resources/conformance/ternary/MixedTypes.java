package conformance.ternary;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-2, 2], int 3, long 2
// seeds: 5
/** Integers are promoted. */
public final class MixedTypes {

    private MixedTypes() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n, long m) {
        double r = x > 0 ? n : x;
        double s = x > 1 ? m : n * x;
        return r * s + (n > 2 ? x : 1) + (x < 0 ? n / 2 : m / 3);
    }
}
