package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 1]
// seeds: 5
/** The index itself is a real, active number. */
public final class RealIndex {

    private RealIndex() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        double s = 1;
        for (double t = x; t < 3; t += 0.7) {
            s = s * t * 0.5 + x;
        }
        for (double t = 2; t > x; t *= 0.6) {
            s = s + t * x;
        }
        for (double t = x, u = 1; t < 2; t = t + u, u = u * t) {
            s = s * u;
        }
        return s;
    }
}
