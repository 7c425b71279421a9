package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Run;
import java.util.Objects;

/**
 * L-BFGS-B: L-BFGS with bounds on the parameters, the method of choice for smooth objectives with bounds.
 *
 * <p>Each iteration follows the projected gradient to the first minimum of the quadratic model (the Cauchy point), minimizes the
 * model over the parameters that are free there, and searches along the line to that point. All points keep the bounds. A start
 * point outside is moved to the nearest point inside.
 *
 * <p>Source: Byrd, Lu, Nocedal and Zhu 1995, "A Limited Memory Algorithm for Bound Constrained Optimization", algorithms CP and
 * the direct primal method of section 5.1.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class Lbfgsb implements Optimizer {

    private final Bounds bounds;
    private final int memory;
    private final WolfeConditions conditions;

    /**
     * Creates the optimizer with 10 pairs and {@link WolfeConditions#loose() loose} conditions.
     *
     * @param bounds the bounds of the parameters
     */
    public Lbfgsb(Bounds bounds) {
        this(bounds, 10, WolfeConditions.loose());
    }

    /**
     * Creates the optimizer.
     *
     * @param bounds the bounds of the parameters
     * @param memory the number of pairs to keep, at least 1
     * @param conditions when a line search ends
     * @throws IllegalArgumentException if the memory is less than 1
     */
    public Lbfgsb(Bounds bounds, int memory, WolfeConditions conditions) {
        this.bounds = Objects.requireNonNull(bounds, "bounds is null");
        this.memory = Arguments.requireAtLeast(memory, 1, "memory");
        this.conditions = Objects.requireNonNull(conditions, "conditions is null");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if the start point has not the length of the bounds
     */
    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        Run run = new Run(objective, bounds.projected(start), stopping, listener, bounds::optimality);
        return new LbfgsbLoop(run, bounds, memory, conditions).minimize();
    }
}
