package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/**
 * The gradient of {@link LeastSquares} with its loop restructured: four rows go together, forward and backward,
 * so that four sums overlap where one would wait for its own last addition. No sum is reassociated.
 */
public final class TunedLeastSquares {

    private TunedLeastSquares() {}

    /**
     * Computes the squared residual, bit for bit that of the primal, and overwrites the bar with its gradient.
     *
     * @param x unknowns
     * @param a matrix
     * @param b right-hand side
     * @param xBar receives the gradient
     * @return the squared residual
     */
    public static double valueAndGradient(double[] x, double[][] a, double[] b, double[] xBar) {
        int unknowns = x.length;
        Arrays.fill(xBar, 0);
        double sum = 0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            double[] row0 = a[i];
            double[] row1 = a[i + 1];
            double[] row2 = a[i + 2];
            double[] row3 = a[i + 3];
            double residual0 = -b[i];
            double residual1 = -b[i + 1];
            double residual2 = -b[i + 2];
            double residual3 = -b[i + 3];
            for (int j = 0; j < unknowns; j++) {
                double xj = x[j];
                residual0 += row0[j] * xj;
                residual1 += row1[j] * xj;
                residual2 += row2[j] * xj;
                residual3 += row3[j] * xj;
            }
            sum = sum + residual0 * residual0 + residual1 * residual1 + residual2 * residual2 + residual3 * residual3;
            residual0 *= 2;
            residual1 *= 2;
            residual2 *= 2;
            residual3 *= 2;
            for (int j = 0; j < unknowns; j++) {
                xBar[j] =
                        xBar[j] + residual0 * row0[j] + residual1 * row1[j] + residual2 * row2[j] + residual3 * row3[j];
            }
        }
        for (; i < a.length; i++) {
            double[] row = a[i];
            double residual = -b[i];
            for (int j = 0; j < unknowns; j++) {
                residual += row[j] * x[j];
            }
            sum += residual * residual;
            residual *= 2;
            for (int j = 0; j < unknowns; j++) {
                xBar[j] += residual * row[j];
            }
        }
        return sum;
    }
}
