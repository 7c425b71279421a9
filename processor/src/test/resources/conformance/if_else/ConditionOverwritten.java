package conformance.if_else;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-2, 2], double in [-2, 2]
// seeds: 8
/** The branch overwrites what its condition reads. */
public final class ConditionOverwritten {

    private ConditionOverwritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        if (x * y > 0.3) {
            x = y * y;
            y = -x;
        } else {
            x = Math.cos(x) - 2;
        }
        if (x > y) {
            y = x * y;
            x = y - 1;
        }
        return x * x + y;
    }
}
