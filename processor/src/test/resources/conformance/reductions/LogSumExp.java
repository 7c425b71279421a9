package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [-3, 3]
// seeds: 4
/** Shifted by the maximum. */
public final class LogSumExp {

    private LogSumExp() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        double m = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            m = Math.max(m, v);
        }
        double s = 0;
        for (double v : x) {
            s += Math.exp(v - m);
        }
        return m + Math.log(s);
    }
}
