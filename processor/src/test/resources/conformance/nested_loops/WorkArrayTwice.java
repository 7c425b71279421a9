package conformance.nested_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [-1, 1], int 3
/** An iteration with a tape of its own stores two values in its element of an array, and needs both. */
public final class WorkArrayTwice {

    private WorkArrayTwice() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n) {
        double[] work = new double[x.length];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            work[i] = x[i] * 2;
            double t = x[i];
            for (int j = 0; j < n; j++) {
                t = Math.sin(t * x[i]) + 0.1 * t * t;
            }
            s += work[i] * work[i] * t;
            work[i] = t * t;
        }
        for (double v : work) {
            s += v * v * s;
        }
        return s;
    }
}
