package conformance.long_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.1, 0.9]
// seeds: 2
/** An unknown number of iterations, many. */
public final class LongWhile {

    private LongWhile() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        double s = 1;
        double t = x;
        while (t < 300) {
            s = s * 0.99 + t * x * 0.001;
            t += 0.5 + 0.1 * Math.cos(s);
        }
        return s;
    }
}
