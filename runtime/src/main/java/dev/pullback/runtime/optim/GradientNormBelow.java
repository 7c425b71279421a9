package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/**
 * Converged when the Euclidean norm of the gradient is at most a bound.
 *
 * @param tolerance the bound, not negative
 */
public record GradientNormBelow(double tolerance) implements StoppingCriterion {

    /**
     * Creates the criterion.
     *
     * @param tolerance the bound, not negative
     * @throws IllegalArgumentException if the bound is negative or NaN
     */
    public GradientNormBelow {
        if (!(tolerance >= 0.0)) {
            throw new IllegalArgumentException("tolerance must not be negative, is " + tolerance);
        }
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        return progress.gradientNorm() <= tolerance ? StopReason.GRADIENT_NORM : null;
    }
}
