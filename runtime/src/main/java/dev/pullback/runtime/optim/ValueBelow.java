package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/**
 * Stops when the value is at most a target.
 *
 * @param target the target, not NaN
 */
public record ValueBelow(double target) implements StoppingCriterion {

    /**
     * Creates the criterion.
     *
     * @param target the target, not NaN
     * @throws IllegalArgumentException if the target is NaN
     */
    public ValueBelow {
        if (Double.isNaN(target)) {
            throw new IllegalArgumentException("target is NaN");
        }
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        return progress.value() <= target ? StopReason.CRITERION : null;
    }
}
