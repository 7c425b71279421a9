package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3] in [0, 0.5], double[3]
/** Elimination without pivoting of a + 2 I, in place, with row aliases. */
public final class GaussianElimination {

    private GaussianElimination() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            a[i][i] += 2;
        }
        for (int k = 0; k < n; k++) {
            double[] pivot = a[k];
            for (int i = k + 1; i < n; i++) {
                double[] row = a[i];
                double factor = row[k] / pivot[k];
                for (int j = k; j < n; j++) {
                    row[j] -= factor * pivot[j];
                }
                b[i] -= factor * b[k];
            }
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += b[i] / a[i][i];
        }
        return s;
    }
}
