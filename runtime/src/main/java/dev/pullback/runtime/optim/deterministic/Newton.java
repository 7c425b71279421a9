package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * Newton's method with a line search: {@code (H + t I) d = -g} with the least t of a growing sequence, from 0, that makes the
 * matrix positive definite. For up to some hundred parameters; beyond that {@link NewtonCg} and {@link TrustRegionNewton}.
 *
 * <p>The objective must be a {@link SecondOrderObjective}. The Hessian comes from n Hessian-vector products per iteration; each
 * counts as an evaluation.
 *
 * <p>Source: Nocedal and Wright 2006, "Numerical Optimization", algorithm 3.2 with 3.3.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class Newton implements Optimizer {

    private final WolfeConditions conditions;

    /** Creates the optimizer with {@link WolfeConditions#loose() loose} conditions. */
    public Newton() {
        this(WolfeConditions.loose());
    }

    /**
     * Creates the optimizer.
     *
     * @param conditions when a line search ends
     */
    public Newton(WolfeConditions conditions) {
        this.conditions = Objects.requireNonNull(conditions, "conditions is null");
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
        Run run = new Run(objective, start, stopping, listener);
        return new DescentLoop(run, new NewtonDirection(second, run.point.length), conditions).minimize();
    }

    /** Newton's direction by a Cholesky decomposition of the shifted Hessian. */
    private static final class NewtonDirection implements DescentDirection {

        private static final double FIRST_SHIFT = 1e-3;

        private final SecondOrderObjective objective;
        private final double[][] hessian;
        private final double[][] factor;
        private final double[] unit;
        private final double[] column;
        private boolean isSteepest;
        private boolean mustBeSteepest;

        NewtonDirection(SecondOrderObjective objective, int size) {
            this.objective = objective;
            hessian = new double[size][size];
            factor = new double[size][size];
            unit = new double[size];
            column = new double[size];
        }

        @Override
        public int compute(double[] point, double[] gradient, double[] direction) {
            Vectors.negate(gradient, direction);
            isSteepest = mustBeSteepest;
            mustBeSteepest = false;
            if (isSteepest) {
                return 0;
            }
            Hessians.fill(objective, point, hessian, unit, column);
            isSteepest = !factorize();
            if (!isSteepest) {
                Cholesky.solve(factor, direction);
            }
            return point.length;
        }

        /** Algorithm 3.3; whether a finite shift was found. */
        private boolean factorize() {
            double least = Double.POSITIVE_INFINITY;
            double most = 0.0;
            for (int i = 0; i < hessian.length; i++) {
                least = Math.min(least, hessian[i][i]);
                most = Math.max(most, Vectors.largest(hessian[i]));
            }
            if (!Double.isFinite(least) || !Double.isFinite(most)) {
                return false;
            }
            double smallest = FIRST_SHIFT * Math.max(most, Double.MIN_NORMAL);
            double shift = least > 0.0 ? 0.0 : smallest - least;
            while (!Cholesky.decompose(hessian, shift, factor)) {
                shift = Math.max(2.0 * shift, smallest);
                if (!Double.isFinite(shift)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isSteepestDescent() {
            return isSteepest;
        }

        @Override
        public void forget() {
            mustBeSteepest = true;
        }

        @Override
        public boolean isScaled() {
            return !isSteepest;
        }
    }
}
