package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-2, 2], double[4]
/** A cubic polynomial, its steps written out. */
public final class Horner {

    private Horner() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] c) {
        double p = c[3];
        p = p * x + c[2];
        p = p * x + c[1];
        return p * x + c[0];
    }
}
