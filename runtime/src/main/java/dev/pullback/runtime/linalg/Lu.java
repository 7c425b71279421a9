package dev.pullback.runtime.linalg;

/**
 * {@code P A = L U} with partial pivoting.
 *
 * <p>Source: Golub and Van Loan 2013, "Matrix Computations", section 3.4.
 */
final class Lu {
    private final double[][] factors;
    private final int[] rows;
    private final int sign;
    private int zeroPivot = -1;

    Lu(double[][] a) {
        int n = a.length;
        factors = Matrices.copy(a);
        rows = new int[n];
        int swaps = 0;
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(factors[i][k]) > Math.abs(factors[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                swap(k, pivot);
                swaps++;
            }
            if (factors[k][k] == 0.0) {
                zeroPivot = zeroPivot < 0 ? k : zeroPivot;
                continue;
            }
            eliminate(k);
        }
        sign = swaps % 2 == 0 ? 1 : -1;
    }

    private void swap(int i, int j) {
        double[] row = factors[i];
        factors[i] = factors[j];
        factors[j] = row;
        int number = rows[i];
        rows[i] = rows[j];
        rows[j] = number;
    }

    private void eliminate(int k) {
        for (int i = k + 1; i < factors.length; i++) {
            double factor = factors[i][k] / factors[k][k];
            factors[i][k] = factor;
            for (int j = k + 1; j < factors.length; j++) {
                factors[i][j] -= factor * factors[k][j];
            }
        }
    }

    boolean isSingular() {
        return zeroPivot >= 0;
    }

    /** Throws if a pivot is zero. */
    Lu requireRegular(String name) {
        if (isSingular()) {
            throw new ArithmeticException(name + " is singular: column " + zeroPivot + " has no pivot but zero");
        }
        return this;
    }

    double determinant() {
        double product = sign;
        for (int i = 0; i < factors.length; i++) {
            product *= factors[i][i];
        }
        return product;
    }

    double logDeterminant() {
        double sum = 0.0;
        for (int i = 0; i < factors.length; i++) {
            sum += Math.log(Math.abs(factors[i][i]));
        }
        return sum;
    }

    /** {@code A^-1 b}. */
    double[] solve(double[] b) {
        int n = factors.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = b[rows[i]];
            for (int j = 0; j < i; j++) {
                sum -= factors[i][j] * x[j];
            }
            x[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < n; j++) {
                sum -= factors[i][j] * x[j];
            }
            x[i] = sum / factors[i][i];
        }
        return x;
    }

    /** {@code A^-T b}. */
    double[] solveTransposed(double[] b) {
        int n = factors.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int j = 0; j < i; j++) {
                sum -= factors[j][i] * y[j];
            }
            y[i] = sum / factors[i][i];
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                y[i] -= factors[j][i] * y[j];
            }
            x[rows[i]] = y[i];
        }
        return x;
    }

    /** {@code A^-1}. */
    double[][] inverse() {
        int n = factors.length;
        double[][] result = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1.0;
            double[] column = solve(unit);
            for (int i = 0; i < n; i++) {
                result[i][j] = column[i];
            }
        }
        return result;
    }
}
