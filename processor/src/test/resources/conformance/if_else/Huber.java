package conformance.if_else;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-3, 3], double in [0.5, 1.5]
// seeds: 8
/** Quadratic near zero, linear beyond. */
public final class Huber {

    private Huber() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double residual, double delta) {
        if (Math.abs(residual) <= delta) {
            return 0.5 * residual * residual;
        } else {
            return delta * (Math.abs(residual) - 0.5 * delta);
        }
    }
}
