package dev.pullback.runtime.optim.deterministic;

import java.util.Arrays;

/**
 * The eigenvalues of a symmetric matrix by Jacobi's rotations: slow but accurate, also for small eigenvalues.
 *
 * <p>Source: Golub and Van Loan 2013, "Matrix Computations", 4th edition, algorithm 8.5.2.
 */
final class SymmetricEigenvalues {

    private static final int MOST_SWEEPS = 60;

    private SymmetricEigenvalues() {}

    /** The eigenvalues in ascending order; the matrix is overwritten. */
    static double[] of(double[][] a) {
        int n = a.length;
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > 0.0; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, p, q);
                }
            }
        }
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = a[i][i];
        }
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }

    private static double offDiagonal(double[][] a) {
        double largest = 0.0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                largest = Math.max(largest, Math.abs(a[i][j]));
            }
        }
        return largest;
    }

    private static void rotate(double[][] a, int p, int q) {
        double apq = a[p][q];
        if (Math.abs(apq) <= 1e-17 * Math.sqrt(Math.abs(a[p][p]) * Math.abs(a[q][q]))) {
            a[p][q] = 0.0;
            a[q][p] = 0.0;
            return;
        }
        double tau = (a[q][q] - a[p][p]) / (2.0 * apq);
        double t = Math.copySign(1.0, tau) / (Math.abs(tau) + Math.hypot(1.0, tau));
        double c = 1.0 / Math.hypot(1.0, t);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double akp = a[k][p];
            double akq = a[k][q];
            a[k][p] = c * akp - s * akq;
            a[k][q] = s * akp + c * akq;
        }
        for (int k = 0; k < a.length; k++) {
            double apk = a[p][k];
            double aqk = a[q][k];
            a[p][k] = c * apk - s * aqk;
            a[q][k] = s * apk + c * aqk;
        }
        a[p][q] = 0.0;
        a[q][p] = 0.0;
    }
}
