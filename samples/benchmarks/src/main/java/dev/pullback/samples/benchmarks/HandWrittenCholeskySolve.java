package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/** The gradient of {@link CholeskySolve} by hand: every loop reversed, with all sums in local variables. */
final class HandWrittenCholeskySolve {
    private double[][] l = new double[0][0];
    private double[][] lBar = new double[0][0];
    private double[] y = new double[0];
    private double[] yBar = new double[0];
    private double[] x = new double[0];
    private double[] xBar = new double[0];

    double valueAndGradient(double[][] a, double[] b, double[] target, double[][] aBar, double[] bBar) {
        int n = b.length;
        resize(n);
        factor(a, n);
        double loss = solve(b, target, n);
        reverseSolve(bBar, n);
        reverseFactor(aBar, n);
        return loss;
    }

    private void resize(int n) {
        if (y.length != n) {
            l = new double[n][n];
            lBar = new double[n][n];
            y = new double[n];
            yBar = new double[n];
            x = new double[n];
            xBar = new double[n];
        }
        for (double[] row : lBar) {
            Arrays.fill(row, 0.0);
        }
    }

    private void factor(double[][] a, int n) {
        for (int i = 0; i < n; i++) {
            double[] li = l[i];
            for (int j = 0; j < i; j++) {
                double[] lj = l[j];
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= li[k] * lj[k];
                }
                li[j] = sum / lj[j];
            }
            double diagonal = a[i][i];
            for (int k = 0; k < i; k++) {
                diagonal -= li[k] * li[k];
            }
            li[i] = Math.sqrt(diagonal);
        }
    }

    private double solve(double[] b, double[] target, int n) {
        for (int i = 0; i < n; i++) {
            double[] li = l[i];
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= li[k] * y[k];
            }
            y[i] = sum / li[i];
        }
        double loss = 0;
        for (int i = n - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = sum / l[i][i];
            double error = x[i] - target[i];
            loss += error * error;
            xBar[i] = 2 * error;
        }
        return loss;
    }

    private void reverseSolve(double[] bBar, int n) {
        for (int i = 0; i < n; i++) {
            double sumBar = xBar[i] / l[i][i];
            yBar[i] = sumBar;
            lBar[i][i] -= sumBar * x[i];
            for (int k = i + 1; k < n; k++) {
                lBar[k][i] -= sumBar * x[k];
                xBar[k] -= sumBar * l[k][i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] li = l[i];
            double[] liBar = lBar[i];
            double sumBar = yBar[i] / li[i];
            bBar[i] = sumBar;
            liBar[i] -= sumBar * y[i];
            for (int k = 0; k < i; k++) {
                liBar[k] -= sumBar * y[k];
                yBar[k] -= sumBar * li[k];
            }
        }
    }

    private void reverseFactor(double[][] aBar, int n) {
        for (int i = n - 1; i >= 0; i--) {
            double[] li = l[i];
            double[] liBar = lBar[i];
            double diagonalBar = liBar[i] / (2 * li[i]);
            aBar[i][i] = diagonalBar;
            for (int k = 0; k < i; k++) {
                liBar[k] -= 2 * diagonalBar * li[k];
            }
            for (int j = i - 1; j >= 0; j--) {
                double[] lj = l[j];
                double[] ljBar = lBar[j];
                double sumBar = liBar[j] / lj[j];
                aBar[i][j] = sumBar;
                ljBar[j] -= sumBar * li[j];
                for (int k = 0; k < j; k++) {
                    liBar[k] -= sumBar * lj[k];
                    ljBar[k] -= sumBar * li[k];
                }
            }
            Arrays.fill(aBar[i], i + 1, n, 0.0);
        }
    }
}
