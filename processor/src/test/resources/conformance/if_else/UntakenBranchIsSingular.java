package conformance.if_else;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double = 0.0, double in [1, 2]
// args: double in [0.5, 1], double in [1, 2]
// kinks
/** The branch not taken has an infinite derivative there. */
public final class UntakenBranchIsSingular {

    private UntakenBranchIsSingular() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double r;
        if (x > 0) {
            r = Math.sqrt(x) * y;
        } else {
            r = x * y;
        }
        return r + (x != 0 ? y / x : y);
    }
}
