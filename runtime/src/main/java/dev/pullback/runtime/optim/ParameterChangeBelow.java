package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/**
 * Converged when the last step was shorter than {@code tolerance * max(norm of the point, 1)}.
 *
 * @param tolerance the bound, not negative
 */
public record ParameterChangeBelow(double tolerance) implements StoppingCriterion {

    /**
     * Creates the criterion.
     *
     * @param tolerance the bound, not negative
     * @throws IllegalArgumentException if the bound is negative or NaN
     */
    public ParameterChangeBelow {
        if (!(tolerance >= 0.0)) {
            throw new IllegalArgumentException("tolerance must not be negative, is " + tolerance);
        }
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        return progress.stepNorm() <= tolerance * Math.max(progress.pointNorm(), 1.0)
                ? StopReason.PARAMETER_CHANGE
                : null;
    }
}
