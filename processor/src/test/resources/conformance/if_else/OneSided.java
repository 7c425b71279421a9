package conformance.if_else;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-2, 2], double in [-2, 2]
// seeds: 8
/** Only one branch assigns, over the value from before. */
public final class OneSided {

    private OneSided() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double r = x * y;
        if (r > 0) {
            r = Math.sqrt(r) * x;
            y = y * y;
        }
        if (y > x) {
            x = x * 3 + y;
        }
        return r * y + x * x;
    }
}
