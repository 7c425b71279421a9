package conformance.recurrence;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 2], double[5] in [1, 2]
/** From the inside out. */
public final class ContinuedFraction {

    private ContinuedFraction() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] b) {
        double r = b[b.length - 1];
        for (int i = b.length - 2; i >= 0; i--) {
            r = b[i] + x / r;
        }
        return r;
    }
}
