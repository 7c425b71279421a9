package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double in [-1, 1], int 0
// args: double[4], double in [-1, 1], int 4
// args: double[1], double in [-1, 1], int 0
// args: double[0], double in [-1, 1], int 0
/** The differentiated method calls itself. */
public final class Horner {

    private Horner() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] c, double x, int i) {
        return i == c.length ? 0 : c[i] + x * f(c, x, i + 1);
    }
}
