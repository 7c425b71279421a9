package conformance.ternary;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-2, 2], double in [-2, 2]
// seeds: 8
/** Choices inside choices and inside arguments. */
public final class Nested {

    private Nested() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double r = x < y ? x < 0 ? x * x : Math.sin(x * y) : y > 1 ? y : x * y;
        return Math.exp(0.1 * (r > 0 ? r : -r * x)) + (x > y ? 1 : r);
    }
}
