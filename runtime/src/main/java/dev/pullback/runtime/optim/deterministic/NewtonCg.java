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
import java.util.Arrays;
import java.util.Objects;

/**
 * Newton's method for many parameters: the linear system is solved roughly by conjugate gradients, which need Hessian-vector
 * products only and stop at negative curvature.
 *
 * <p>The objective must be a {@link SecondOrderObjective}; each product counts as an evaluation.
 *
 * <p>Source: Dembo and Steihaug 1983, "Truncated-Newton Algorithms for Large-Scale Unconstrained Optimization"; as in Nocedal
 * and Wright 2006, "Numerical Optimization", algorithm 7.1.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class NewtonCg implements Optimizer {

    private final WolfeConditions conditions;

    /** Creates the optimizer with {@link WolfeConditions#loose() loose} conditions. */
    public NewtonCg() {
        this(WolfeConditions.loose());
    }

    /**
     * Creates the optimizer.
     *
     * @param conditions when a line search ends
     */
    public NewtonCg(WolfeConditions conditions) {
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
        return new DescentLoop(run, new TruncatedDirection(second, run.point.length), conditions).minimize();
    }

    /** The direction of algorithm 7.1. */
    private static final class TruncatedDirection implements DescentDirection {

        private final ConjugateGradientSolver solver;
        private boolean isSteepest;
        private boolean mustBeSteepest;

        TruncatedDirection(SecondOrderObjective objective, int size) {
            solver = new ConjugateGradientSolver(objective, size);
        }

        @Override
        public int compute(double[] point, double[] gradient, double[] direction) {
            isSteepest = mustBeSteepest;
            mustBeSteepest = false;
            Vectors.negate(gradient, direction);
            if (isSteepest) {
                return 0;
            }
            Arrays.fill(direction, 0.0);
            int products = solver.solve(point, gradient, Double.POSITIVE_INFINITY, direction);
            if (Vectors.firstNonFinite(direction) >= 0 || !(Vectors.dot(direction, gradient) < 0.0)) {
                Vectors.negate(gradient, direction);
                isSteepest = true;
            }
            return products;
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
