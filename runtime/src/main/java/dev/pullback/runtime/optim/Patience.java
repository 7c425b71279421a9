package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/**
 * Ends a run that has not lowered its best value for a number of iterations in a row.
 *
 * <p>Holds the best value of the run: one instance per run at a time, not thread-safe.
 */
public final class Patience implements StoppingCriterion {

    private final long iterations;
    private final double improvement;
    private double best = Double.POSITIVE_INFINITY;
    private long waiting;

    /**
     * Creates the criterion.
     *
     * @param iterations the iterations without improvement to wait for, at least 1
     * @param improvement by how much a value must undercut the best one to count, not negative
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Patience(long iterations, double improvement) {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, is " + iterations);
        }
        if (!(improvement >= 0.0)) {
            throw new IllegalArgumentException("improvement must not be negative, is " + improvement);
        }
        this.iterations = iterations;
        this.improvement = improvement;
    }

    @Override
    public void begin() {
        best = Double.POSITIVE_INFINITY;
        waiting = 0;
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        if (progress.value() < best - improvement) {
            best = progress.value();
            waiting = 0;
            return null;
        }
        waiting++;
        return waiting >= iterations ? StopReason.PATIENCE : null;
    }
}
