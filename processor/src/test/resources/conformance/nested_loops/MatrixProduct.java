package conformance.nested_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[3][2]
/** Three loops into a local matrix, then its squares. */
public final class MatrixProduct {

    private MatrixProduct() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[][] b) {
        double[][] c = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double s = 0;
                for (int k = 0; k < 3; k++) {
                    s += a[i][k] * b[k][j];
                }
                c[i][j] = s;
            }
        }
        double norm = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                norm += c[i][j] * c[i][j];
            }
        }
        return Math.sqrt(norm);
    }
}
