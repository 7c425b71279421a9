package conformance.declarators;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, double in [0.5, 1]
/** Declarators of one statement use each other. */
public final class Dependent {

    private Dependent() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double a, double b, double c) {
        double p = a / c, q = b / c, r = p * p + q * q;
        double u, v = r * a, w = u = v * q;
        final double half = 0.5 * w, twice = 4 * half;
        return w + u * p + twice * q;
    }
}
