package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** A positive definite system solved by Cholesky's factorization, and the squared error of the solution. */
final class CholeskySolve {

    private CholeskySolve() {}

    /** Reads the lower triangle of {@code a} only. */
    @Differentiable(wrt = {"a", "b"})
    static double loss(double[][] a, double[] b, double[] target) {
        int n = b.length;
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
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * y[k];
            }
            y[i] = sum / l[i][i];
        }
        double[] x = new double[n];
        double loss = 0;
        for (int i = n - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = sum / l[i][i];
            double error = x[i] - target[i];
            loss += error * error;
        }
        return loss;
    }
}
