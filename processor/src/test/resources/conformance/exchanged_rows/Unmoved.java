package conformance.exchanged_rows;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double, boolean true
// args: double[2][3], double, boolean false
// args: double[1][2], double, boolean false
/** Rows that may change places or not, in an argument; one is read through a name from before. */
public final class Unmoved {

    private Unmoved() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double c, boolean turns) {
        double[] last = m[m.length - 1];
        if (turns) {
            m[m.length - 1] = m[0];
            m[0] = last;
        }
        last[0] *= c;
        double s = 1;
        for (int i = 0; i < m.length; i++) {
            s += m[i][0] * s * (i + 1) + m[i][1];
        }
        return s * last[1];
    }
}
