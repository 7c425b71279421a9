package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3] in [0.1, 0.5]
/** Logarithm of the determinant by Cholesky factorization of a + 2 I, in a local matrix. */
public final class Cholesky {

    private Cholesky() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        double logDet = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = a[i][j] + (i == j ? 2.0 : 0.0);
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = Math.sqrt(s);
                    logDet += 2 * Math.log(l[i][i]);
                } else {
                    l[i][j] = s / l[j][j];
                }
            }
        }
        return logDet;
    }
}
