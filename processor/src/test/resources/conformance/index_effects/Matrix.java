package conformance.index_effects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3]
/** Row and column index with effects, the row first. */
public final class Matrix {

    private Matrix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m) {
        int i = 0;
        m[i++][i] = m[i][i++] * m[i][i];
        m[--i][i--] += m[i][i] * 2;
        double s = m[i][++i] * m[i = 2][i - 1];
        double[] row = m[i--];
        row[i] *= row[i + 1] * s;
        return s + row[1] * m[1][1];
    }
}
