package conformance.exchanged_rows;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[][] = {{4, 1, 0.5}, {1, 5, -1}, {0.5, 2, 3}}
// args: double[][] = {{0, 2, 1}, {3, 1, -1}, {1, 0.5, 2}}
/** A decomposition of a copy, in a helper, with a helper that exchanges rows and the permutation kept beside it. */
public final class LuLogDeterminant {

    private LuLogDeterminant() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a) {
        int[] pivots = new int[a.length];
        double[][] lu = decompose(a, pivots);
        double sum = 0;
        for (int i = 0; i < lu.length; i++) {
            sum += Math.log(Math.abs(lu[i][i])) + pivots[i] * lu[i][0];
        }
        return sum;
    }

    private static double[][] decompose(double[][] a, int[] pivots) {
        int n = a.length;
        double[][] lu = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, lu[i], 0, n);
            pivots[i] = i;
        }
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i][k]) > Math.abs(lu[p][k])) {
                    p = i;
                }
            }
            if (p != k) {
                swap(lu, p, k);
                int pivot = pivots[p];
                pivots[p] = pivots[k];
                pivots[k] = pivot;
            }
            double[] pivotRow = lu[k];
            for (int i = k + 1; i < n; i++) {
                double[] row = lu[i];
                row[k] /= pivotRow[k];
                for (int j = k + 1; j < n; j++) {
                    row[j] -= row[k] * pivotRow[j];
                }
            }
        }
        return lu;
    }

    private static void swap(double[][] m, int i, int j) {
        double[] row = m[i];
        m[i] = m[j];
        m[j] = row;
    }
}
