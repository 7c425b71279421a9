package conformance.recomputed_conditions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3], int 4
// seeds: 4
/** One element changes in every iteration and is needed as it was before the loop. */
public final class ElementCountsInLoop {

    private ElementCountsInLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a, int n) {
        double[] d = {a[0], 0.25};
        double s = d[0] * x;
        double t = d[1] > 0 ? x * x : a[1];
        for (int i = 0; i < n; i++) {
            d[0]++;
            d[1]--;
        }
        return s * t + d[0] * a[2];
    }
}
