package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[3][2], double[2]
/** A matrix as result, a row of it from a helper. */
public final class MatrixProduct {

    private MatrixProduct() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[][] f(double[][] a, double[][] b, double[] x) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        scale(c[1], x);
        return c;
    }

    private static void scale(double[] row, double[] x) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= x[j];
        }
    }
}
