package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[][] = {{4, 0, 0}, {1, 5, 0}, {0.5, 2, 6}}
// args: double[][] = {{2}}
/** The triangle below the diagonal and the diagonal are written apart. */
public final class Cholesky {

    private Cholesky() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = sum / l[j][j];
            }
            double diagonal = a[i][i];
            for (int k = 0; k < i; k++) {
                diagonal -= l[i][k] * l[i][k];
            }
            l[i][i] = Math.sqrt(diagonal);
        }
        double s = 1;
        for (int i = 0; i < n; i++) {
            s *= l[i][i] + l[i][0];
        }
        return s;
    }
}
