package conformance.for_each;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** The loop variable is a copy that the body changes. */
public final class AssignedVariable {

    private AssignedVariable() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0;
        for (double v : a) {
            v = v * v + 1;
            s += Math.log(v) * v;
        }
        return s + a[0];
    }
}
