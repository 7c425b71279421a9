package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/**
 * The gradient of {@link LeastSquares} by hand: {@code 2 A^T (A x - b)}, with the residuals kept from the first
 * pass. Two passes are faster here than one over the rows: the latter makes each row's additions wait for the
 * residual, the one thing that is slow to compute.
 */
public final class HandWrittenLeastSquares {

    private final double[] residualBars;

    /**
     * Creates the scratch space; an instance belongs to one thread.
     *
     * @param equations number of equations
     */
    public HandWrittenLeastSquares(int equations) {
        residualBars = new double[equations];
    }

    /**
     * Computes the squared residual, bit for bit that of the primal, and overwrites the bar with its gradient.
     *
     * @param x unknowns
     * @param a matrix
     * @param b right-hand side
     * @param xBar receives the gradient
     * @return the squared residual
     */
    public double valueAndGradient(double[] x, double[][] a, double[] b, double[] xBar) {
        int unknowns = x.length;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            double residual = -b[i];
            for (int j = 0; j < unknowns; j++) {
                residual += row[j] * x[j];
            }
            sum += residual * residual;
            residualBars[i] = 2 * residual;
        }
        Arrays.fill(xBar, 0);
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            double residualBar = residualBars[i];
            for (int j = 0; j < unknowns; j++) {
                xBar[j] += residualBar * row[j];
            }
        }
        return sum;
    }
}
