package conformance.constants;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5]
/** All ways to write a number. */
public final class Literals {

    private Literals() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        double y = 1e-3 * x + .5 + 0x10 * x + 1_000 * x + 3L - 0b101;
        return y * 1d + -0.0 * x + 1e300 * 1e-300 * x * x;
    }
}
