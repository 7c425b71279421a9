package dev.pullback.runtime.linalg;

/**
 * {@code A = L L^T} of the symmetric part of a matrix, L lower triangular with a positive diagonal.
 *
 * <p>Source: Golub and Van Loan 2013, "Matrix Computations", section 4.2.
 */
final class CholeskyFactor {
    private final double[][] lower;

    private CholeskyFactor(double[][] lower) {
        this.lower = lower;
    }

    /** The factor of a matrix. */
    static CholeskyFactor of(double[][] a) {
        int n = Matrices.order(a, "a");
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0.5 * a[i][j] + 0.5 * a[j][i];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0.0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("a is not positive definite: pivot " + i + " is " + sum);
                }
            }
        }
        return new CholeskyFactor(lower);
    }

    /** A factor that is known. */
    static CholeskyFactor ofLower(double[][] lower) {
        return new CholeskyFactor(lower);
    }

    double[][] lower() {
        return lower;
    }

    /** {@code A^-1 b}. */
    double[] solve(double[] b) {
        return solveUpper(solveLower(b));
    }

    /** {@code L^-1 b}. */
    double[] solveLower(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= lower[i][j] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** {@code L^-T b}. */
    double[] solveUpper(double[] b) {
        double[] x = b.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= lower[j][i] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** {@code L^-1 B L^-T}. */
    double[][] whiten(double[][] b) {
        return onBothSides(b, this::solveLower);
    }

    /** {@code L^-T B L^-1}. */
    double[][] unwhiten(double[][] b) {
        return onBothSides(b, this::solveUpper);
    }

    private static double[][] onBothSides(double[][] b, java.util.function.UnaryOperator<double[]> solve) {
        double[][] columns = Matrices.transpose(b);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = solve.apply(columns[i]);
        }
        double[][] rows = Matrices.transpose(columns);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = solve.apply(rows[i]);
        }
        return rows;
    }
}
