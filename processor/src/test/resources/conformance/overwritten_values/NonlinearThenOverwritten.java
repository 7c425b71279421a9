package conformance.overwritten_values;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Values that derivatives need are gone when the sweep returns. */
public final class NonlinearThenOverwritten {

    private NonlinearThenOverwritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double t = x * y;
        double s = Math.sin(t);
        t = s * x;
        s = t * t + s;
        t = Math.exp(s) * t;
        x = t - x;
        return x * t + s * y;
    }
}
