package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/**
 * Ends a run at the first iteration that has used up a number of evaluations; a line search may use some more.
 *
 * @param evaluations the evaluations allowed, at least 1
 */
public record EvaluationBudget(long evaluations) implements StoppingCriterion {

    /**
     * Creates the criterion.
     *
     * @param evaluations the evaluations allowed, at least 1
     * @throws IllegalArgumentException if the bound is less than 1
     */
    public EvaluationBudget {
        if (evaluations < 1) {
            throw new IllegalArgumentException("evaluations must be at least 1, is " + evaluations);
        }
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        return progress.evaluations() >= evaluations ? StopReason.BUDGET : null;
    }
}
