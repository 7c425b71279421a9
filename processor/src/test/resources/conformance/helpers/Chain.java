package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Helpers that call helpers. */
public final class Chain {

    private Chain() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        return outer(x, y) * outer(y, x * y);
    }

    private static double outer(double a, double b) {
        double t = inner(a) + b;
        return t * inner(t);
    }

    private static double inner(double v) {
        return Math.sin(v) * v;
    }
}
