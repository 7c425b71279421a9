package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/**
 * Ends a run after a number of iterations.
 *
 * @param iterations the iterations allowed; 0 evaluates the start point only
 */
public record IterationBudget(long iterations) implements StoppingCriterion {

    /**
     * Creates the criterion.
     *
     * @param iterations the iterations allowed; 0 evaluates the start point only
     * @throws IllegalArgumentException if the bound is negative
     */
    public IterationBudget {
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations must not be negative, is " + iterations);
        }
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        return progress.iteration() >= iterations ? StopReason.BUDGET : null;
    }
}
