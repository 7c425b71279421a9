package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** The helper's variables have the caller's names. */
public final class NamesCollide {

    private NamesCollide() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double s = x * y;
        double t = helper(y, s);
        s = helper(t, x) * s;
        return s + t;
    }

    private static double helper(double y, double x) {
        double s = x - y;
        double t = s * s;
        x = t + s;
        return x * t;
    }
}
