package dev.pullback.runtime.checkpoint;

/**
 * A snapshot every so many steps. Each of these stretches runs once more, with a snapshot before every step: no step runs more
 * than twice before it is reversed, and {@code n / period + period} snapshots are enough for n steps.
 */
public final class Periodic implements CheckpointSchedule {
    private final int period;

    /**
     * Creates the schedule.
     *
     * @param period the steps from one snapshot to the next, at least one
     * @throws IllegalArgumentException if {@code period} is not positive
     */
    public Periodic(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be at least 1, but is " + period);
        }
        this.period = period;
    }

    @Override
    public int next(int from, int end, int free) {
        if (free == 0) {
            return end;
        }
        return end - from > period ? from + period : Math.min(from + 1, end);
    }
}
