package conformance.if_else;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-3, 3], double
// seeds: 10
/** A piecewise function. */
public final class Chain {

    private Chain() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double r;
        if (x < -1) {
            r = Math.exp(x) * y;
        } else if (x < 0) {
            r = x * x + y;
        } else if (x < 1) {
            double t = x * y;
            r = t * t;
        } else {
            r = Math.log(x) + y * y;
        }
        return r * x;
    }
}
