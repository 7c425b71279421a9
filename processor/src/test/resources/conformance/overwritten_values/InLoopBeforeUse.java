package conformance.overwritten_values;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** Overwritten in the iteration after its use. */
public final class InLoopBeforeUse {

    private InLoopBeforeUse() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double previous = x;
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += previous * a[i];
            previous = a[i] * a[i];
            x = previous * x;
        }
        return s * x + previous;
    }
}
