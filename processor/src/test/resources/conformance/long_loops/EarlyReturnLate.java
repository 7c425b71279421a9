package conformance.long_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[300] in [0, 1], double in [20, 25]
// seeds: 2
/** Returns after many iterations. */
public final class EarlyReturnLate {

    private EarlyReturnLate() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double limit) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s = s + a[i] * Math.exp(-0.01 * s);
            if (s > limit) {
                return s * a[i];
            }
        }
        return s;
    }
}
