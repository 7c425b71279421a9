package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** Variables that live in one iteration. */
public final class BodyLocals {

    private BodyLocals() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double best = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - x;
            double weight = Math.exp(-d * d);
            d = d * weight;
            weight = weight * weight + d;
            best += d * weight;
        }
        return best;
    }
}
