package dev.pullback.runtime.optim;

import java.util.Arrays;
import java.util.Objects;

/**
 * A listener that records the value of every iteration, the start point's first.
 *
 * <p>Runs that share a history append to it. Grows by doubling; give the expected number of iterations to avoid that.
 * Not thread-safe.
 */
public final class LossHistory implements Listener {

    private static final int DEFAULT_CAPACITY = 256;

    private double[] values;
    private int size;

    /** Creates an empty history. */
    public LossHistory() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Creates an empty history with room for a number of values.
     *
     * @param capacity the number of values to make room for, not negative
     * @throws IllegalArgumentException if the capacity is negative
     */
    public LossHistory(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity must not be negative, is " + capacity);
        }
        values = new double[capacity];
    }

    @Override
    public Decision onIteration(Progress progress) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(2 * size, DEFAULT_CAPACITY));
        }
        values[size++] = progress.value();
        return Decision.CONTINUE;
    }

    /**
     * The number of values recorded.
     *
     * @return one more than the iterations of a run
     */
    public int size() {
        return size;
    }

    /**
     * One recorded value.
     *
     * @param index 0 for the start point
     * @return the value
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public double value(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /**
     * All recorded values.
     *
     * @return a fresh array of length {@link #size()}
     */
    public double[] values() {
        return Arrays.copyOf(values, size);
    }
}
