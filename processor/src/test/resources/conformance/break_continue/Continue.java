package conformance.break_continue;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6]
// seeds: 5
/** Skips iterations, in the middle of the body. */
public final class Continue {

    private Continue() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 1;
        for (double v : a) {
            double t = v * s;
            if (t < 0) {
                s -= t;
                continue;
            }
            s *= 1 + t;
        }
        return s;
    }
}
