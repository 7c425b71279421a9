package dev.pullback.runtime.optim;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.StepLoop;

/**
 * A first-order method that moves by one gradient at a time, for callers with a loop of their own (minibatches,
 * distributed gradients).
 *
 * <p>Call order: {@link #step} any number of times; the first step fixes the number of parameters and allocates the
 * state, later ones allocate nothing. {@link #state} and {@link #restore} stop and continue a run exactly: with the
 * same settings, the steps after a restore are bit-identical to those of the run that was not interrupted. {@link
 * #minimize} continues from the current state as well; {@link #reset} starts over.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public interface StepOptimizer extends Optimizer {

    /**
     * Moves the parameters one step. If an argument is refused, neither the parameters nor the state have changed.
     *
     * @param parameters the parameters, length n, finite; updated in place
     * @param gradient the gradient at the parameters, length n, finite; not modified
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the lengths differ from each other or from the steps before, or an entry is
     *     not finite (the message names the first)
     */
    void step(double[] parameters, double[] gradient);

    /**
     * The number of steps taken since the creation or the last {@link #reset}, restored ones included.
     *
     * @return the number of steps
     */
    long steps();

    /** Forgets all steps; the next one may have another number of parameters. */
    void reset();

    /**
     * Copies the state, for an exact resume.
     *
     * @return a copy that later steps do not change; settings are not part of it
     */
    OptimizerState state();

    /**
     * Continues from a saved state.
     *
     * @param state what {@link #state} of an optimizer of the same kind returned; copied
     * @throws NullPointerException if the state is null
     * @throws IllegalArgumentException if the state is another kind's or does not fit together
     */
    void restore(OptimizerState state);

    @Override
    default OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        return StepLoop.minimize(this, new Run(objective, start, stopping, listener));
    }
}
