package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-1, 1], double
// seeds: 6
/** Returns at the top. */
public final class Guard {

    private Guard() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        if (x <= 0) {
            return y * y;
        }
        double s = Math.sqrt(x);
        if (s < 0.5) {
            return s * y;
        }
        return Math.log(s) + y;
    }
}
