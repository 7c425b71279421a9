package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import dev.pullback.runtime.optim.run.WolfeLineSearch;
import java.util.Objects;

/**
 * Gauss and Newton's method for sums of squares, {@code min |J d + r|}, with a line search. Fast where residuals are small and
 * columns of the Jacobian are independent; elsewhere {@link LevenbergMarquardt}.
 *
 * <p>Where the Jacobian is singular the step follows the negative gradient.
 *
 * <p>Source: Gauss 1809, "Theoria motus corporum coelestium"; as in Nocedal and Wright 2006, "Numerical Optimization", section
 * 10.3.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class GaussNewton {

    private final RobustLoss loss;

    /** Creates the solver for plain squares. */
    public GaussNewton() {
        this(RobustLoss.square());
    }

    /**
     * Creates the solver.
     *
     * @param loss the loss of a squared residual
     */
    public GaussNewton(RobustLoss loss) {
        this.loss = Objects.requireNonNull(loss, "loss is null");
    }

    /**
     * Minimizes half the sum of losses.
     *
     * @param function the residuals with their Jacobian, at least as many as parameters
     * @param start the start point, length n at least 1, finite; not modified
     * @param stopping when to end
     * @param listener sees the start point and every iteration
     * @return the last point, residuals and covariance
     * @throws IllegalArgumentException if the start is empty or not finite, or there are fewer residuals than parameters
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public LeastSquaresResult minimize(
            ResidualFunction function, double[] start, StoppingCriterion stopping, Listener listener) {
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(start, "start is null");
        requireEnough(function.size(), start.length);
        DenseResiduals residuals = new DenseResiduals(function, loss, start.length);
        return residuals.result(run(residuals, start, stopping, listener));
    }

    /**
     * Minimizes half the sum of losses over a sparse Jacobian, by a sparse decomposition of the normal equations.
     *
     * @param function the residuals with their Jacobian, at least as many as parameters
     * @param start the start point, one entry per column of the pattern, finite; not modified
     * @param stopping when to end
     * @param listener sees the start point and every iteration
     * @return the last point and the residuals
     * @throws IllegalArgumentException if the start is not finite or of another length, or there are fewer residuals than parameters
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public SparseLeastSquaresResult minimize(
            SparseResidualFunction function, double[] start, StoppingCriterion stopping, Listener listener) {
        SparseResiduals residuals = SparseResiduals.of(function, loss, start);
        requireEnough(function.pattern().rows(), start.length);
        return residuals.result(run(residuals, start, stopping, listener));
    }

    private static void requireEnough(int residuals, int parameters) {
        if (residuals < parameters) {
            throw new IllegalArgumentException(
                    "function has " + residuals + " residuals for " + parameters + " parameters");
        }
    }

    private static OptimizationResult run(
            WeightedResiduals residuals, double[] start, StoppingCriterion stopping, Listener listener) {
        OptimizationResult result = new Loop(residuals, new Run(residuals, start, stopping, listener)).minimize();
        residuals.valueAndGradient(result.point(), new double[start.length]);
        return result;
    }

    /**
     * Minimizes half the sum of losses without a listener.
     *
     * @param function the residuals with their Jacobian, at least as many as parameters
     * @param start the start point, length n at least 1, finite; not modified
     * @param stopping when to end
     * @return the last point, residuals and covariance
     * @throws IllegalArgumentException if the start is empty or not finite, or there are fewer residuals than parameters
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public LeastSquaresResult minimize(ResidualFunction function, double[] start, StoppingCriterion stopping) {
        return minimize(function, start, stopping, Listener.none());
    }

    /**
     * Minimizes half the sum of losses over a sparse Jacobian without a listener.
     *
     * @param function the residuals with their Jacobian, at least as many as parameters
     * @param start the start point, one entry per column of the pattern, finite; not modified
     * @param stopping when to end
     * @return the last point and the residuals
     * @throws IllegalArgumentException if the start is not finite or of another length, or there are fewer residuals than parameters
     * @throws ArithmeticException if a residual or derivative at the start is not finite
     */
    public SparseLeastSquaresResult minimize(
            SparseResidualFunction function, double[] start, StoppingCriterion stopping) {
        return minimize(function, start, stopping, Listener.none());
    }

    /** One run: its arrays and its loop. */
    private static final class Loop {

        private static final double LONGEST_STEP = 1e10;

        private final WeightedResiduals residuals;
        private final Run run;
        private final WolfeLineSearch lineSearch;
        private final double[] direction;

        Loop(WeightedResiduals residuals, Run run) {
            this.residuals = residuals;
            this.run = run;
            lineSearch = new WolfeLineSearch(residuals, run.point.length, WolfeConditions.loose());
            direction = new double[run.point.length];
        }

        OptimizationResult minimize() {
            StopReason reason = run.begin();
            while (reason == null && run.gradientNorm() > 0.0) {
                if (!search(true) && !search(false)) {
                    return run.finish(
                            StopReason.NO_PROGRESS,
                            "no step lowers the sum: the limit of floating point, or a Jacobian that does not fit the "
                                    + "residuals");
                }
                double stepNorm = Vectors.distance(lineSearch.point(), run.point);
                Vectors.copy(lineSearch.point(), run.point);
                Vectors.copy(lineSearch.gradient(), run.gradient);
                reason = run.advance(lineSearch.value(), stepNorm);
            }
            return run.finish(reason == null ? StopReason.GRADIENT_NORM : reason);
        }

        private boolean search(boolean alongNewton) {
            boolean isNewton = alongNewton && solve();
            if (!isNewton) {
                Vectors.negate(run.gradient, direction);
            }
            double slope = Vectors.dot(run.gradient, direction);
            if (!(slope < 0.0 && slope > Double.NEGATIVE_INFINITY)) {
                return false;
            }
            double first = isNewton ? 1.0 : Math.min(1.0, 1.0 / run.gradientNorm());
            boolean found = lineSearch.search(run.point, run.value(), direction, slope, first, LONGEST_STEP);
            run.countEvaluations(lineSearch.evaluations());
            return found;
        }

        /** The step of the linear model at the current point, whose residuals are evaluated anew after a line search. */
        private boolean solve() {
            residuals.valueAndGradient(run.point, run.gradient);
            run.countEvaluations(1);
            residuals.linearize();
            return residuals.step(direction) && Vectors.firstNonFinite(direction) < 0;
        }
    }
}
