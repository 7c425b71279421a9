package dev.pullback.runtime.optim;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The saved state of a {@link StepOptimizer}: plain numbers, easy to write to a file and to read back.
 *
 * <p>Immutable and thread-safe; vectors are copied on the way in and out. Two states are equal if all their numbers
 * are, bit by bit.
 */
public final class OptimizerState {

    private final String optimizer;
    private final long steps;
    private final Map<String, double[]> vectors;

    /**
     * Creates a state, for example from a file.
     *
     * @param optimizer the kind of optimizer
     * @param steps the steps taken, not negative
     * @param vectors the optimizer's vectors by name; copied
     * @throws NullPointerException if something is null
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    public OptimizerState(String optimizer, long steps, Map<String, double[]> vectors) {
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer is null");
        if (steps < 0) {
            throw new IllegalArgumentException("steps must not be negative, is " + steps);
        }
        this.steps = steps;
        Map<String, double[]> copies = new TreeMap<>();
        vectors.forEach((name, vector) -> copies.put(name, vector.clone()));
        this.vectors = copies;
    }

    /**
     * The kind of optimizer.
     *
     * @return the simple name of its class
     */
    public String optimizer() {
        return optimizer;
    }

    /**
     * The number of steps taken.
     *
     * @return a number that is not negative
     */
    public long steps() {
        return steps;
    }

    /**
     * The names of the vectors.
     *
     * @return the names in alphabetical order, read-only
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(vectors.keySet());
    }

    /**
     * One vector.
     *
     * @param name the vector's name
     * @return a fresh copy
     * @throws IllegalArgumentException if there is no such vector
     */
    public double[] vector(String name) {
        double[] vector = vectors.get(name);
        if (vector == null) {
            throw new IllegalArgumentException("the state of " + optimizer + " has no vector " + name);
        }
        return vector.clone();
    }

    /** Requires a state of this kind of optimizer. */
    void requireOptimizer(String expected) {
        if (!optimizer.equals(expected)) {
            throw new IllegalArgumentException("state is of " + optimizer + ", expected " + expected);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OptimizerState that
                && optimizer.equals(that.optimizer)
                && steps == that.steps
                && names().equals(that.names())
                && vectors.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), that.vectors.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        int hash = Objects.hash(optimizer, steps);
        for (Map.Entry<String, double[]> entry : vectors.entrySet()) {
            hash = 31 * hash + (entry.getKey().hashCode() ^ Arrays.hashCode(entry.getValue()));
        }
        return hash;
    }

    @Override
    public String toString() {
        return "OptimizerState[" + optimizer + ", steps " + steps + ", vectors " + names() + "]";
    }
}
