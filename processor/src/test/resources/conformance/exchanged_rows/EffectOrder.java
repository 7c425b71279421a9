package conformance.exchanged_rows;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double
/** Rows are looked up before the helper exchanges them, as Java evaluates from left to right; a row stands at two places. */
public final class EffectOrder {

    private EffectOrder() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        double[][] m = {{x[0], c, 2}, {x[1], 1}, {c * c, x[0]}};
        m[0][turn(m)] = x[1] * c;
        m[0][1] += m[1][turn(m)] * m[0][0];
        m[turn(m)][0] *= 3;
        double s = 0;
        for (int j = 0; j < m[0].length; j++) {
            s += m[0][j] * (j + 1);
            if (j == 0) {
                turn(m);
            }
        }
        m[2] = m[0];
        m[2][0] += s;
        return s * m[0][0] * m[1][1] + m[0][1];
    }

    private static int turn(double[][] m) {
        double[] row = m[0];
        m[0] = m[1];
        m[1] = row;
        return 1;
    }
}
