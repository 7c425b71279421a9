package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * Steepest descent with a line search; the yardstick for the other methods, slow on anything narrow.
 *
 * <p>Source: Cauchy 1847, "Méthode générale pour la résolution des systèmes d'équations simultanées"; line search as in {@link
 * Lbfgs}. With steps of a learning rate it is {@link dev.pullback.runtime.optim.firstorder.Sgd}.
 *
 * <p>Immutable and thread-safe.
 */
public final class GradientDescent implements Optimizer {

    private final WolfeConditions conditions;

    /** Creates the optimizer with {@link WolfeConditions#tight() tight} conditions. */
    public GradientDescent() {
        this(WolfeConditions.tight());
    }

    /**
     * Creates the optimizer.
     *
     * @param conditions when a line search ends
     */
    public GradientDescent(WolfeConditions conditions) {
        this.conditions = Objects.requireNonNull(conditions, "conditions is null");
    }

    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        Run run = new Run(objective, start, stopping, listener);
        return new DescentLoop(run, new NegativeGradient(), conditions).minimize();
    }

    private static final class NegativeGradient implements DescentDirection {

        @Override
        public int compute(double[] point, double[] gradient, double[] direction) {
            Vectors.negate(gradient, direction);
            return 0;
        }

        @Override
        public boolean isSteepestDescent() {
            return true;
        }

        @Override
        public void forget() {}

        @Override
        public boolean isScaled() {
            return false;
        }
    }
}
