package dev.pullback.runtime.linalg;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * {@code A = U diag(s) V^T}: singular values in descending order, as many as the smaller dimension.
 *
 * <p>Source: one-sided Jacobi; Golub and Van Loan 2013, "Matrix Computations", section 8.6.
 *
 * @param left the columns of U, as rows; zero where the singular value is zero
 * @param values descending
 * @param right the columns of V, as rows
 */
record ThinSvd(double[][] left, double[] values, double[][] right) {
    private static final int MAX_SWEEPS = 100;

    /** Of the transposed matrix. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // Left and right change places.
    ThinSvd transposed() {
        return new ThinSvd(right, values, left);
    }

    static ThinSvd of(double[][] a) {
        int columns = Matrices.columns(a, "a");
        if (a.length < columns) {
            return of(Matrices.transpose(a)).transposed();
        }
        double[][] u = Matrices.transpose(a);
        double[][] v = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            v[i][i] = 1.0;
        }
        if (!Double.isFinite(Matrices.dot(u, u))) {
            throw new ArithmeticException("a has entries that are not finite, or too large");
        }
        boolean rotated = true;
        for (int sweep = 0; rotated; sweep++) {
            if (sweep == MAX_SWEEPS) {
                throw new ArithmeticException("the singular values have not converged in " + MAX_SWEEPS + " sweeps");
            }
            rotated = false;
            for (int p = 0; p < columns; p++) {
                for (int q = p + 1; q < columns; q++) {
                    rotated |= rotate(u, v, p, q);
                }
            }
        }
        return sorted(u, v);
    }

    private static boolean rotate(double[][] u, double[][] v, int p, int q) {
        double alpha = Matrices.dot(u[p], u[p]);
        double beta = Matrices.dot(u[q], u[q]);
        double gamma = Matrices.dot(u[p], u[q]);
        if (Math.abs(gamma) <= 4.0 * Math.ulp(1.0) * Math.sqrt(alpha) * Math.sqrt(beta)) {
            return false;
        }
        double zeta = (beta - alpha) / (2.0 * gamma);
        double t = Math.copySign(1.0, zeta) / (Math.abs(zeta) + Math.hypot(zeta, 1.0));
        double c = 1.0 / Math.hypot(t, 1.0);
        double s = c * t;
        rotate(u, p, q, c, s);
        rotate(v, p, q, c, s);
        return true;
    }

    private static void rotate(double[][] rows, int p, int q, double c, double s) {
        for (int k = 0; k < rows[p].length; k++) {
            double first = rows[p][k];
            double second = rows[q][k];
            rows[p][k] = c * first - s * second;
            rows[q][k] = s * first + c * second;
        }
    }

    private static ThinSvd sorted(double[][] u, double[][] v) {
        int n = u.length;
        double[] norms = new double[n];
        for (int i = 0; i < n; i++) {
            norms[i] = Math.sqrt(Matrices.dot(u[i], u[i]));
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -norms[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] left = new double[n][];
        double[][] right = new double[n][];
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = norms[order[k]];
            left[k] = u[order[k]];
            right[k] = v[order[k]];
            for (int i = 0; i < left[k].length && values[k] > 0.0; i++) {
                left[k][i] /= values[k];
            }
        }
        return new ThinSvd(left, values, right);
    }
}
