package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** Linear least squares: the squared residual of an overdetermined system of linear equations. */
public final class LeastSquares {

    private LeastSquares() {}

    /**
     * The squared residual {@code |A x - b|^2}.
     *
     * @param x unknowns
     * @param a matrix, one row per equation
     * @param b right-hand side
     * @return the sum of the squared residuals
     */
    @Differentiable(wrt = "x")
    public static double squaredResidual(double[] x, double[][] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            double residual = -b[i];
            for (int j = 0; j < x.length; j++) {
                residual += row[j] * x[j];
            }
            sum += residual * residual;
        }
        return sum;
    }
}
