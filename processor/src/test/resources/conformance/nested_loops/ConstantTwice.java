package conformance.nested_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[4] in [-1, 1], passive double[4], int 3
/** The same with constants in the array. */
public final class ConstantTwice {

    private ConstantTwice() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, @Passive double[] c, int n) {
        double[] work = new double[x.length];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            work[i] = c[i];
            double t = x[i];
            for (int j = 0; j < n; j++) {
                t = Math.sin(t * x[i]) + 0.1 * t * t;
            }
            s += work[i] * t;
            work[i] = 3 * c[i];
        }
        return s / x.length + work[0] * x[0];
    }
}
