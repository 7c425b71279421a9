package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
// seeds: 5
/** A helper with several returns, called in a loop. */
public final class EarlyReturn {

    private EarlyReturn() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += clip(a[i] * 2) * clip(s);
        }
        return s + clip(a[0]);
    }

    private static double clip(double v) {
        if (v < -0.5) {
            return -0.5;
        }
        if (v > 0.5) {
            return 0.5 + 0.1 * (v - 0.5);
        }
        return v * v;
    }
}
