package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Run;
import java.util.Objects;

/**
 * Levenberg and Marquardt's method for sums of squares: the step d minimizes {@code |J d + r|^2 + lambda |D d|^2}, where lambda
 * follows from how well the linear model predicted the last decrease, and D from the largest norms of the columns of J so far, so
 * that units of parameters do not matter.
 *
 * <p>The run also ends, as converged ({@link StopReason#LOSS_CHANGE}), when the decrease that the model promises is below the
 * rounding of the sum. A refused step counts as an evaluation, not as an iteration.
 *
 * <p>Source: Levenberg 1944, "A Method for the Solution of Certain Non-Linear Problems in Least Squares"; Marquardt 1963, "An
 * Algorithm for Least-Squares Estimation of Nonlinear Parameters"; scaling: Moré 1978, "The Levenberg-Marquardt Algorithm:
 * Implementation and Theory"; lambda: Nielsen 1999, "Damping Parameter in Marquardt's Method", equation (2.5).
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class LevenbergMarquardt {

    private final RobustLoss loss;
    private final double firstDamping;

    /** Creates the solver for plain squares with the first lambda 1e-3. */
    public LevenbergMarquardt() {
        this(RobustLoss.square(), 1e-3);
    }

    /**
     * Creates the solver with the first lambda 1e-3.
     *
     * @param loss the loss of a squared residual
     */
    public LevenbergMarquardt(RobustLoss loss) {
        this(loss, 1e-3);
    }

    /**
     * Creates the solver.
     *
     * @param loss the loss of a squared residual
     * @param firstDamping the first lambda, positive: small near the solution, 1 far from it
     * @throws IllegalArgumentException if the damping is not positive
     */
    public LevenbergMarquardt(RobustLoss loss, double firstDamping) {
        this.loss = Objects.requireNonNull(loss, "loss is null");
        this.firstDamping = Arguments.requirePositive(firstDamping, "firstDamping");
    }

    /**
     * Minimizes half the sum of losses.
     *
     * @param function the residuals with their Jacobian
     * @param start the start point, length n at least 1, finite; not modified
     * @param stopping when to end
     * @param listener sees the start point and every iteration
     * @return the last point, residuals and covariance
     * @throws IllegalArgumentException if the start is empty or not finite, or there are no residuals
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public LeastSquaresResult minimize(
            ResidualFunction function, double[] start, StoppingCriterion stopping, Listener listener) {
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(start, "start is null");
        DenseResiduals residuals = new DenseResiduals(function, loss, start.length);
        return residuals.result(run(residuals, start, stopping, listener));
    }

    /**
     * Minimizes half the sum of losses over a sparse Jacobian, by a sparse decomposition of the normal equations.
     *
     * @param function the residuals with their Jacobian
     * @param start the start point, one entry per column of the pattern, finite; not modified
     * @param stopping when to end
     * @param listener sees the start point and every iteration
     * @return the last point and the residuals
     * @throws IllegalArgumentException if the start is not finite or of another length
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public SparseLeastSquaresResult minimize(
            SparseResidualFunction function, double[] start, StoppingCriterion stopping, Listener listener) {
        SparseResiduals residuals = SparseResiduals.of(function, loss, start);
        return residuals.result(run(residuals, start, stopping, listener));
    }

    private OptimizationResult run(
            WeightedResiduals residuals, double[] start, StoppingCriterion stopping, Listener listener) {
        return new DampedLoop(residuals, new Run(residuals, start, stopping, listener), firstDamping).minimize();
    }

    /**
     * Minimizes half the sum of losses without a listener.
     *
     * @param function the residuals with their Jacobian
     * @param start the start point, length n at least 1, finite; not modified
     * @param stopping when to end
     * @return the last point, residuals and covariance
     * @throws IllegalArgumentException if the start is empty or not finite, or there are no residuals
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public LeastSquaresResult minimize(ResidualFunction function, double[] start, StoppingCriterion stopping) {
        return minimize(function, start, stopping, Listener.none());
    }

    /**
     * Minimizes half the sum of losses over a sparse Jacobian without a listener.
     *
     * @param function the residuals with their Jacobian
     * @param start the start point, one entry per column of the pattern, finite; not modified
     * @param stopping when to end
     * @return the last point and the residuals
     * @throws IllegalArgumentException if the start is not finite or of another length
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public SparseLeastSquaresResult minimize(
            SparseResidualFunction function, double[] start, StoppingCriterion stopping) {
        return minimize(function, start, stopping, Listener.none());
    }
}
