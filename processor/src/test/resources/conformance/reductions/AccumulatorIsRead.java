package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
/** Looks like a sum but the sum is read inside. */
public final class AccumulatorIsRead {

    private AccumulatorIsRead() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0;
        double t = 1;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * t;
            t += Math.sin(s);
        }
        return s * t;
    }
}
