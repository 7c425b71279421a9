package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.OptimizationResult;

/**
 * The outcome of a fit with a sparse Jacobian. It has no covariance, which would be a dense matrix.
 *
 * @param optimization the last point, half the sum of losses there, and how the run went
 * @param residuals the residuals at the last point, without weights
 */
public record SparseLeastSquaresResult(OptimizationResult optimization, double[] residuals) {

    /**
     * The last point.
     *
     * @return the parameters
     */
    public double[] point() {
        return optimization.point();
    }

    /**
     * The sum of the losses, of squares where none is given.
     *
     * @return twice the value of the optimization
     */
    public double sumOfSquares() {
        return 2.0 * optimization.value();
    }
}
