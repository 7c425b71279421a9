package conformance.row_alias;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][2]
/** The alias of a parameter's row, with the matrix read in between. */
public final class InPlace {

    private InPlace() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m) {
        double[] first = m[0];
        double[] last = m[m.length - 1];
        first[0] = first[0] * last[1];
        m[0][1] += first[0] * m[0][0];
        last[0] = m[0][1] * last[0];
        return m[2][0] + first[1] * m[1][0];
    }
}
