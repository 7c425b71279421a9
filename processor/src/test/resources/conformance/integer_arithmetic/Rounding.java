package conformance.integer_arithmetic;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double in [0.2, 2.8]
// seeds: 5
/** Interpolation in a table: the index is a rounded real, the weight its fraction. */
public final class Rounding {

    private Rounding() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] table, double x) {
        int i = (int) x;
        double fraction = x - i;
        double coarse = Math.floor(x * 2) * 0.5;
        long nearest = Math.round(x);
        return table[i] * (1 - fraction) + table[i + 1] * fraction + coarse * x + nearest * x;
    }
}
