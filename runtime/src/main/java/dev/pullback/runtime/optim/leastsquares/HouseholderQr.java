package dev.pullback.runtime.optim.leastsquares;

/**
 * The decomposition {@code A = Q R} of a tall matrix by reflections, in place; stateless, no allocation.
 *
 * <p>Source: Golub and Van Loan 2013, "Matrix Computations", 4th edition, algorithm 5.2.1.
 */
final class HouseholderQr {

    private HouseholderQr() {}

    /**
     * Replaces the upper triangle of {@code a} by R and b by {@code Q^T b}. What is below the diagonal is left undefined.
     *
     * @param a the matrix with at least as many rows as columns
     * @param b the right side
     */
    static void reduce(double[][] a, double[] b) {
        int rows = a.length;
        int columns = a[0].length;
        for (int k = 0; k < Math.min(columns, rows); k++) {
            double norm = 0.0;
            for (int i = k; i < rows; i++) {
                norm = Math.hypot(norm, a[i][k]);
            }
            if (norm == 0.0) {
                continue;
            }
            double pivot = a[k][k];
            double alpha = pivot > 0.0 ? -norm : norm;
            a[k][k] = pivot - alpha;
            double beta = -1.0 / (alpha * a[k][k]);
            for (int j = k + 1; j < columns; j++) {
                double sum = 0.0;
                for (int i = k; i < rows; i++) {
                    sum += a[i][k] * a[i][j];
                }
                for (int i = k; i < rows; i++) {
                    a[i][j] -= beta * sum * a[i][k];
                }
            }
            double sum = 0.0;
            for (int i = k; i < rows; i++) {
                sum += a[i][k] * b[i];
            }
            for (int i = k; i < rows; i++) {
                b[i] -= beta * sum * a[i][k];
            }
            a[k][k] = alpha;
        }
    }

    /** Solves {@code R x = b} for the upper triangle of r; false if an entry of its diagonal is zero. */
    static boolean solve(double[][] r, double[] b, double[] x) {
        int n = x.length;
        for (int i = n - 1; i >= 0; i--) {
            if (!(Math.abs(r[i][i]) > Double.MIN_NORMAL)) {
                return false;
            }
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= r[i][j] * x[j];
            }
            x[i] = sum / r[i][i];
        }
        return true;
    }
}
