package dev.pullback.runtime.optim;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run at the first iteration after a time. Runs that end this way are not repeatable bit for bit.
 *
 * <p>Holds the start of the run: one instance per run at a time, not thread-safe.
 */
public final class TimeBudget implements StoppingCriterion {

    private final long nanos;
    private long start = System.nanoTime();

    /**
     * Creates the criterion.
     *
     * @param time the time allowed, positive
     * @throws IllegalArgumentException if the time is not positive
     */
    public TimeBudget(Duration time) {
        Objects.requireNonNull(time, "time is null");
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be positive, is " + time);
        }
        nanos = time.toNanos();
    }

    @Override
    public void begin() {
        start = System.nanoTime();
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        return System.nanoTime() - start >= nanos ? StopReason.BUDGET : null;
    }
}
