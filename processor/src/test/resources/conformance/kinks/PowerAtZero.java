package conformance.kinks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double = 0.0 -> 3.0
// kinks
/** Integer powers at zero. */
public final class PowerAtZero {

    private PowerAtZero() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        return Math.pow(x, 2) + Math.pow(x, 3.0) + 3 * Math.pow(x, 1) + Math.pow(x, 0);
    }
}
