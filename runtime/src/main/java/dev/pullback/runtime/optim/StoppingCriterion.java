package dev.pullback.runtime.optim;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides after every iteration whether a minimization ends; criteria compose with {@link #or} and {@link #and}.
 *
 * <pre>{@code
 * StoppingCriterion stop = new GradientNormBelow(1e-8).or(new IterationBudget(1000));
 * }</pre>
 *
 * <p>Criteria without state (all of this package but {@link Patience}, {@link ValidationPatience} and {@link TimeBudget}) may be shared between threads.
 */
@FunctionalInterface
public interface StoppingCriterion {

    /**
     * Looks at the run; called once for the start point and once after every iteration. Must not allocate.
     *
     * @param progress the run, valid during the call only
     * @return the reason to stop, or null to go on
     */
    @Nullable
    StopReason check(Progress progress);

    /** Forgets what earlier runs left behind; called at the start of every run. Does nothing by default. */
    default void begin() {}

    /**
     * Stops as soon as this criterion or another one says so. Both are always asked; this one's reason goes first.
     *
     * @param other the other criterion
     * @return the combined criterion
     */
    default StoppingCriterion or(StoppingCriterion other) {
        return new EitherCriterion(this, Objects.requireNonNull(other, "other is null"));
    }

    /**
     * Stops when this criterion and another one say so after the same iteration. Both are always asked; this one's reason is
     * given.
     *
     * @param other the other criterion
     * @return the combined criterion
     */
    default StoppingCriterion and(StoppingCriterion other) {
        return new BothCriteria(this, Objects.requireNonNull(other, "other is null"));
    }
}
