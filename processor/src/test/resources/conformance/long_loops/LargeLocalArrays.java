package conformance.long_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[150], int 3
// seeds: 2
/** Arrays longer than a fresh tape, overwritten several times. */
public final class LargeLocalArrays {

    private LargeLocalArrays() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] u, int steps) {
        double[] now = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            now[i] = u[i];
        }
        for (int step = 0; step < steps; step++) {
            for (int i = 1; i < now.length; i++) {
                now[i] = 0.9 * now[i] + 0.1 * now[i - 1] * now[i];
            }
        }
        double s = 0;
        for (double v : now) {
            s += v * v;
        }
        return s;
    }
}
