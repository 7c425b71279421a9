package dev.pullback.runtime.linalg;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues in ascending order and eigenvectors, as columns, of the symmetric part of a matrix. The largest entry of each
 * eigenvector, the first one of equal size, is positive.
 *
 * <p>Source: the cyclic Jacobi method; Golub and Van Loan 2013, "Matrix Computations", section 8.5.
 *
 * @param values ascending
 * @param vectors column k belongs to value k
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int MAX_SWEEPS = 100;

    static SymmetricEigen of(double[][] a) {
        int n = Matrices.order(a, "a");
        double[][] m = Matrices.symmetricPart(a);
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1.0;
        }
        double scale = Math.sqrt(Matrices.dot(m, m));
        if (!Double.isFinite(scale)) {
            throw new ArithmeticException("a has entries that are not finite, or too large");
        }
        for (int sweep = 0; offDiagonal(m) > 1e-17 * scale; sweep++) {
            if (sweep == MAX_SWEEPS) {
                throw new ArithmeticException("the eigenvalues have not converged in " + MAX_SWEEPS + " sweeps");
            }
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(m, v, p, q);
                }
            }
        }
        return sorted(m, v);
    }

    private static double offDiagonal(double[][] m) {
        double sum = 0.0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += m[i][j] * m[i][j];
            }
        }
        return Math.sqrt(sum);
    }

    private static void rotate(double[][] m, double[][] v, int p, int q) {
        if (m[p][q] == 0.0) {
            return;
        }
        double theta = (m[q][q] - m[p][p]) / (2.0 * m[p][q]);
        double t = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.hypot(theta, 1.0));
        double c = 1.0 / Math.hypot(t, 1.0);
        double s = t * c;
        for (int k = 0; k < m.length; k++) {
            double kp = m[k][p];
            double kq = m[k][q];
            m[k][p] = c * kp - s * kq;
            m[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < m.length; k++) {
            double pk = m[p][k];
            double qk = m[q][k];
            m[p][k] = c * pk - s * qk;
            m[q][k] = s * pk + c * qk;
            double vp = v[k][p];
            double vq = v[k][q];
            v[k][p] = c * vp - s * vq;
            v[k][q] = s * vp + c * vq;
        }
        m[p][q] = 0.0;
        m[q][p] = 0.0;
    }

    private static SymmetricEigen sorted(double[][] m, double[][] v) {
        int n = m.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> m[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int k = 0; k < n; k++) {
            int from = order[k];
            values[k] = m[from][from];
            int largest = 0;
            for (int i = 1; i < n; i++) {
                largest = Math.abs(v[i][from]) > Math.abs(v[largest][from]) ? i : largest;
            }
            double sign = Math.signum(v[largest][from]);
            for (int i = 0; i < n; i++) {
                vectors[i][k] = sign * v[i][from];
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    /** Throws if two eigenvalues are equal but for rounding: single ones then have no derivative, nor have their vectors. */
    static void requireDistinct(double[] values, String what) {
        double scale = 0.0;
        for (double value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i] - values[i - 1]) <= values.length * Math.ulp(1.0) * scale) {
                throw new ArithmeticException(what + " " + (i - 1) + " and " + i + " are equal (" + values[i]
                        + "): they have no derivatives");
            }
        }
    }
}
