package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * <p>Immutable and thread-safe: the state of a run lives in the run, the Jacobian as a dense matrix.
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
        WeightedResiduals residuals = new WeightedResiduals(function, loss, start.length);
        Loop loop = new Loop(residuals, new Run(residuals, start, stopping, listener), firstDamping);
        OptimizationResult result = loop.minimize();
        return new LeastSquaresResult(
                result, residuals.residuals().clone(), residuals.covariance(result.value(), start.length));
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

    /** One run: its arrays and its loop. */
    private static final class Loop {

        private static final double ROUNDING = 1e-16;
        private static final double MOST_DAMPING = 1e100;

        private final WeightedResiduals residuals;
        private final Run run;
        private final double[][] reduced;
        private final double[] reducedSide;
        private final double[][] stacked;
        private final double[] stackedSide;
        private final double[] scale;
        private final double[] step;
        private final double[] trial;
        private double damping;
        private double growth = 2.0;

        Loop(WeightedResiduals residuals, Run run, double firstDamping) {
            int rows = Math.max(residuals.weighted().length, run.point.length);
            int columns = run.point.length;
            this.residuals = residuals;
            this.run = run;
            damping = firstDamping;
            reduced = new double[rows][columns];
            reducedSide = new double[rows];
            stacked = new double[2 * columns][columns];
            stackedSide = new double[2 * columns];
            scale = new double[columns];
            step = new double[columns];
            trial = new double[columns];
        }

        OptimizationResult minimize() {
            StopReason reason = run.begin();
            while (reason == null && run.gradientNorm() > 0.0) {
                linearize();
                StopReason failure = search();
                if (failure == StopReason.LOSS_CHANGE) {
                    return run.finish(failure, "the decrease that the linear model promises is below rounding");
                }
                if (failure != null) {
                    return run.finish(
                            failure,
                            "no damping gives a step that lowers the sum: a Jacobian that does not fit the residuals, or "
                                    + "residuals that are not finite nearby");
                }
                double stepNorm = Vectors.norm(step);
                Vectors.copy(trial, run.point);
                double value = residuals.valueAndGradient(run.point, run.gradient);
                run.countEvaluations(1);
                if (Vectors.firstNonFinite(run.gradient) >= 0) {
                    int bad = Vectors.firstNonFinite(run.gradient);
                    return run.finish(StopReason.NON_FINITE, run.entry("gradient", bad) + " became not finite");
                }
                reason = run.advance(value, stepNorm);
            }
            return run.finish(reason == null ? StopReason.GRADIENT_NORM : reason);
        }

        /** Decomposes the Jacobian, once for all lambdas that are tried. */
        private void linearize() {
            double[][] jacobian = residuals.jacobian();
            double[] weighted = residuals.weighted();
            for (double[] row : reduced) {
                Arrays.fill(row, 0.0);
            }
            Arrays.fill(reducedSide, 0.0);
            for (int i = 0; i < weighted.length; i++) {
                Vectors.copy(jacobian[i], reduced[i]);
                reducedSide[i] = -weighted[i];
            }
            for (int j = 0; j < scale.length; j++) {
                double norm = 0.0;
                for (double[] row : jacobian) {
                    norm = Math.hypot(norm, row[j]);
                }
                scale[j] = Math.max(scale[j], norm);
            }
            HouseholderQr.reduce(reduced, reducedSide);
        }

        /** Finds a lambda whose step lowers the sum; null if {@link #trial} is that step's end. */
        private @Nullable StopReason search() {
            while (damping < MOST_DAMPING) {
                double predicted = solve();
                if (predicted <= ROUNDING * run.value()) {
                    return StopReason.LOSS_CHANGE;
                }
                for (int i = 0; i < trial.length; i++) {
                    trial[i] = run.point[i] + step[i];
                }
                double gain = residuals.decreaseTo(trial) / predicted;
                run.countEvaluations(1);
                if (gain > 1e-4) {
                    double cube = 2.0 * gain - 1.0;
                    damping = Math.max(damping * Math.max(1.0 / 3.0, 1.0 - cube * cube * cube), Double.MIN_NORMAL);
                    growth = 2.0;
                    return null;
                }
                damping *= growth;
                growth *= 2.0;
            }
            return StopReason.NO_PROGRESS;
        }

        /** The step for the current lambda; returns the decrease that the model predicts. */
        private double solve() {
            int n = step.length;
            double root = Math.sqrt(damping);
            for (int i = 0; i < n; i++) {
                Arrays.fill(stacked[i], 0, i, 0.0);
                System.arraycopy(reduced[i], i, stacked[i], i, n - i);
                stackedSide[i] = reducedSide[i];
                Arrays.fill(stacked[n + i], 0.0);
                stacked[n + i][i] = root * (scale[i] > 0.0 ? scale[i] : 1.0);
                stackedSide[n + i] = 0.0;
            }
            HouseholderQr.reduce(stacked, stackedSide);
            if (!HouseholderQr.solve(stacked, stackedSide, step)) {
                return 0.0;
            }
            double predicted = 0.0;
            for (int i = 0; i < n; i++) {
                double product = 0.0;
                for (int j = i; j < n; j++) {
                    product += reduced[i][j] * step[j];
                }
                double scaled = scale[i] * step[i];
                predicted += 0.5 * product * product + damping * scaled * scaled;
            }
            return predicted;
        }
    }
}
