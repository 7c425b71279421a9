package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[3]
// args: double[][] = {{0.5}, {1, 2}}, double[3]
/** Helpers that return matrices and rows of matrices. */
public final class Matrices {

    private Matrices() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double[] x) {
        double[][] t = transposed(new double[][] {{x[0], x[1]}, {x[2], x[0] * x[1]}});
        double[] r = row(m, 1);
        r[0] *= t[0][1];
        double s = 0;
        for (double[] line : t) {
            for (double v : line) {
                s += v * r[1] * r[0];
            }
        }
        return s + m[1][0] + product(t, x)[1];
    }

    private static double[][] transposed(double[][] m) {
        double[][] result = new double[m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[0].length; j++) {
                result[j][i] = m[i][j];
            }
        }
        return result;
    }

    private static double[] row(double[][] m, int i) {
        return m[i];
    }

    private static double[] product(double[][] m, double[] x) {
        double[] y = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                y[i] += m[i][j] * x[j];
            }
        }
        return y;
    }
}
