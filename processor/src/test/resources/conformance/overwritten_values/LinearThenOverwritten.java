package conformance.overwritten_values;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Values that no derivative needs. */
public final class LinearThenOverwritten {

    private LinearThenOverwritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double t = 2 * x + y;
        double s = t - 3 * y;
        t = s + t;
        s = 4 - t;
        return s + t / 2;
    }
}
