package conformance.long_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.1, 0.9], double in [0.5, 1.5], int 1000
// seeds: 2
/** Many more iterations than a fresh tape holds. */
public final class LongRecurrence {

    private LongRecurrence() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double a, int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            s = Math.sin(s * a) + 0.1 * x;
        }
        return s;
    }
}
