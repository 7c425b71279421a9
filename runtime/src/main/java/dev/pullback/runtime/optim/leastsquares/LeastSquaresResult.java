package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.OptimizationResult;

/**
 * The outcome of a fit.
 *
 * @param optimization the last point, half the sum of losses there, and how the run went
 * @param residuals the residuals at the last point, without weights
 * @param covariance the estimated covariance of the parameters, {@code s^2 (J^T J)^-1} with the weighted Jacobian and {@code s^2}
 *     the sum of losses over the degrees of freedom m - n; NaN where m is not more than n or the Jacobian is singular
 */
public record LeastSquaresResult(OptimizationResult optimization, double[] residuals, double[][] covariance) {

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

    /**
     * The standard error of a parameter.
     *
     * @param parameter its index
     * @return the root of its variance
     */
    public double standardError(int parameter) {
        return Math.sqrt(covariance[parameter][parameter]);
    }
}
