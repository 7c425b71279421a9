package dev.pullback.runtime.optim.deterministic;

/** The decomposition {@code A + shift I = L L^T} of a symmetric matrix; stateless, no allocation. */
final class Cholesky {

    private Cholesky() {}

    /** Writes L below and on the diagonal of {@code factor}; false if the matrix is not clearly positive definite. */
    static boolean decompose(double[][] matrix, double shift, double[][] factor) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                if (i == j) {
                    sum += shift;
                }
                double diagonal = Math.abs(sum);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (sum > 1e-14 * diagonal && sum < Double.POSITIVE_INFINITY) {
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Solves {@code L L^T x = b} in place. */
    static void solve(double[][] factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < x.length; k++) {
                sum -= factor[k][i] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
    }
}
