package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/**
 * Converged when {@code |f - fPrevious| <= tolerance * max(|f|, |fPrevious|, 1)} over one iteration.
 *
 * <p>Source: the rule {@code ftol} of L-BFGS-B (Zhu, Byrd, Lu and Nocedal 1997, "Algorithm 778: L-BFGS-B"), there
 * one-sided because every step descends.
 *
 * @param tolerance the bound, not negative
 */
public record RelativeLossChangeBelow(double tolerance) implements StoppingCriterion {

    /**
     * Creates the criterion.
     *
     * @param tolerance the bound, not negative
     * @throws IllegalArgumentException if the bound is negative or NaN
     */
    public RelativeLossChangeBelow {
        if (!(tolerance >= 0.0)) {
            throw new IllegalArgumentException("tolerance must not be negative, is " + tolerance);
        }
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        double value = progress.value();
        double previous = progress.previousValue();
        double scale = Math.max(Math.max(Math.abs(value), Math.abs(previous)), 1.0);
        return Math.abs(value - previous) <= tolerance * scale ? StopReason.LOSS_CHANGE : null;
    }
}
