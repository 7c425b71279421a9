package dev.pullback.runtime.optim;

import dev.pullback.runtime.optim.run.Arguments;
import java.util.Map;
import java.util.Objects;

/**
 * A learning rate that falls when the loss has stopped falling.
 *
 * <p>After {@code patience} reports in a row that do not undercut the best loss by {@code improvement} of its absolute value,
 * the rate is multiplied by the factor, but not below the least rate. As a {@link Listener} of {@code minimize} it reports the
 * objective's value itself; in a loop of your own call {@link #report}, best with a validation loss.
 *
 * <p>Not thread-safe.
 */
public final class PlateauSchedule implements Schedule, Listener {

    private static final String NAME = "PlateauSchedule";
    private static final String NUMBERS = "numbers";

    private final double first;
    private final double factor;
    private final long patience;
    private final double improvement;
    private final double least;
    private double rate;
    private double best = Double.POSITIVE_INFINITY;
    private long waiting;
    private long reports;

    /**
     * Creates the schedule.
     *
     * @param first the first rate, positive
     * @param factor what the rate is multiplied by, in (0, 1)
     * @param patience the reports without improvement to wait for, at least 1
     * @param improvement the relative improvement that counts, not negative, for example 1e-4
     * @param least the least rate, not negative
     * @throws IllegalArgumentException if a number is out of range
     */
    public PlateauSchedule(double first, double factor, long patience, double improvement, double least) {
        this.first = Arguments.requirePositive(first, "first");
        this.factor = Arguments.requireBetween(factor, 0.0, 1.0, "factor");
        this.patience = Arguments.requireAtLeast(patience, 1, "patience");
        this.improvement = Arguments.requireNotNegative(improvement, "improvement");
        this.least = Arguments.requireNotNegative(least, "least");
        this.rate = first;
    }

    @Override
    public double at(long step) {
        return rate;
    }

    /**
     * Reports a loss.
     *
     * @param loss the loss; NaN counts as no improvement
     */
    public void report(double loss) {
        reports++;
        boolean isFirst = best == Double.POSITIVE_INFINITY;
        if (isFirst ? loss < best : loss < best - improvement * Math.abs(best)) {
            best = loss;
            waiting = 0;
            return;
        }
        waiting++;
        if (waiting >= patience) {
            rate = Math.max(least, Math.min(rate, rate * factor));
            waiting = 0;
        }
    }

    @Override
    public Decision onIteration(Progress progress) {
        report(progress.value());
        return Decision.CONTINUE;
    }

    /** Starts over with the first rate. */
    public void reset() {
        rate = first;
        best = Double.POSITIVE_INFINITY;
        waiting = 0;
        reports = 0;
    }

    /**
     * Copies the state, for an exact resume.
     *
     * @return the state
     */
    public OptimizerState state() {
        return new OptimizerState(NAME, reports, Map.of(NUMBERS, new double[] {rate, best, waiting}));
    }

    /**
     * Continues from a saved state.
     *
     * @param state what {@link #state} of a schedule with the same settings returned
     * @throws IllegalArgumentException if the state is another kind's
     */
    public void restore(OptimizerState state) {
        Objects.requireNonNull(state, "state is null");
        state.requireOptimizer(NAME);
        double[] numbers = Arguments.requireLength(state.vector(NUMBERS), 3, NUMBERS);
        rate = numbers[0];
        best = numbers[1];
        waiting = (long) numbers[2];
        reports = state.steps();
    }
}
