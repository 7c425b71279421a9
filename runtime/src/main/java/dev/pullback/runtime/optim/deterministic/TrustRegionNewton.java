package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method in a trust region: the step minimizes a quadratic model roughly within a ball, whose radius follows from how
 * well the model predicted the last value. The most robust method for Hessians that are not positive definite.
 *
 * <p>The objective must be a {@link SecondOrderObjective}; each Hessian-vector product counts as an evaluation. A refused trial
 * step counts as an evaluation, not as an iteration.
 *
 * <p>Source: Steihaug 1983, "The Conjugate Gradient Method and Trust Regions in Large Scale Optimization"; as in Nocedal and
 * Wright 2006, "Numerical Optimization", algorithms 4.1 and 7.2.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class TrustRegionNewton implements Optimizer {

    private static final double LONGEST_RADIUS = 1e10;
    private static final double ACCEPTED = 1e-4;
    private static final double ROUNDING = 1e-14;

    private final double firstRadius;

    /** Creates the optimizer with the first radius 1. */
    public TrustRegionNewton() {
        this(1.0);
    }

    /**
     * Creates the optimizer.
     *
     * @param firstRadius the length of the longest first step, positive
     * @throws IllegalArgumentException if the radius is not positive
     */
    public TrustRegionNewton(double firstRadius) {
        this.firstRadius = Arguments.requirePositive(firstRadius, "firstRadius");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if the objective is no {@link SecondOrderObjective}
     */
    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        SecondOrderObjective second = Hessians.require(objective);
        return new Loop(second, new Run(objective, start, stopping, listener), firstRadius).minimize();
    }

    /** One run: its arrays and its radius. */
    private static final class Loop {

        private final SecondOrderObjective objective;
        private final Run run;
        private final ConjugateGradientSolver solver;
        private final double[] step;
        private final double[] product;
        private final double[] trial;
        private final double[] trialGradient;
        private double radius;

        Loop(SecondOrderObjective objective, Run run, double radius) {
            int size = run.point.length;
            this.objective = objective;
            this.run = run;
            this.radius = radius;
            solver = new ConjugateGradientSolver(objective, size);
            step = new double[size];
            product = new double[size];
            trial = new double[size];
            trialGradient = new double[size];
        }

        OptimizationResult minimize() {
            StopReason reason = stationaryOr(run.begin());
            while (reason == null) {
                double stepNorm = trial();
                if (Double.isNaN(stepNorm)) {
                    return run.finish(
                            StopReason.NO_PROGRESS,
                            "no step in the trust region lowers the value: the limit of floating point, or derivatives "
                                    + "that do not fit the value (see GradientCheck)");
                }
                reason = stationaryOr(run.advance(trialValue, stepNorm));
            }
            return run.finish(reason);
        }

        private double trialValue;

        /** Shrinks the region until a step is accepted, and takes it; NaN if there is none. */
        private double trial() {
            while (radius > ROUNDING * Math.max(1.0, Vectors.norm(run.point)) * 1e-3) {
                Arrays.fill(step, 0.0);
                int products = solver.solve(run.point, run.gradient, radius, step);
                objective.hessianVector(run.point, step, product);
                double predicted = -(Vectors.dot(run.gradient, step) + 0.5 * Vectors.dot(step, product));
                for (int i = 0; i < trial.length; i++) {
                    trial[i] = run.point[i] + step[i];
                }
                trialValue = objective.valueAndGradient(trial, trialGradient);
                run.countEvaluations(products + 2L);
                double stepNorm = Vectors.norm(step);
                double gain = gain(predicted);
                if (gain < 0.25) {
                    radius = 0.25 * stepNorm;
                } else if (gain > 0.75 && stepNorm > 0.99 * radius) {
                    radius = Math.min(2.0 * radius, LONGEST_RADIUS);
                }
                if (gain > ACCEPTED) {
                    Vectors.copy(trial, run.point);
                    Vectors.copy(trialGradient, run.gradient);
                    return stepNorm;
                }
            }
            return Double.NaN;
        }

        /**
         * Actual over predicted decrease. Where both drown in the rounding of the value, the gradient decides: a smaller one is
         * as predicted.
         */
        private double gain(double predicted) {
            boolean isFinite = Double.isFinite(trialValue) && Vectors.firstNonFinite(trialGradient) < 0;
            if (!isFinite || !(predicted > 0.0)) {
                return Double.NEGATIVE_INFINITY;
            }
            double actual = run.value() - trialValue;
            double rounding = ROUNDING * Math.max(Math.abs(run.value()), Double.MIN_NORMAL);
            if (predicted <= rounding && Math.abs(actual) <= 10.0 * rounding) {
                return Vectors.norm(trialGradient) < run.gradientNorm() ? 1.0 : Double.NEGATIVE_INFINITY;
            }
            return actual / predicted;
        }

        private @Nullable StopReason stationaryOr(@Nullable StopReason reason) {
            return reason == null && run.gradientNorm() == 0.0 ? StopReason.GRADIENT_NORM : reason;
        }
    }
}
