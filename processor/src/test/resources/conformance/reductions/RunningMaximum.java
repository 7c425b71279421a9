package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6]
// seeds: 5
/** The largest element and the largest drop from it. */
public final class RunningMaximum {

    private RunningMaximum() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double peak = a[0];
        double drop = 0;
        for (int i = 1; i < a.length; i++) {
            peak = Math.max(peak, a[i]);
            drop = Math.max(drop, peak - a[i]);
        }
        return drop * peak;
    }
}
