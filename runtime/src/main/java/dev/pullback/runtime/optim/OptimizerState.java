package dev.pullback.runtime.optim;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The saved state of a {@link StepOptimizer}: plain numbers, and {@link #toBytes bytes} for a file.
 *
 * <p>Immutable and thread-safe; vectors are copied on the way in and out. Two states are equal if all their numbers
 * are, bit by bit.
 */
public final class OptimizerState {

    private static final String SEPARATOR = "/";
    private static final String INNER = "inner.";
    private static final String INNER_STEPS = "inner.steps";

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

    /**
     * One vector of a state of some kind, alone or around another one.
     *
     * @param expected the kind
     * @param name the vector's name
     * @return a fresh copy
     * @throws IllegalArgumentException if the state is of another kind, or there is no such vector
     */
    public double[] vector(String expected, String name) {
        if (!optimizer.startsWith(expected + SEPARATOR)) {
            requireOptimizer(expected);
        }
        return vector(name);
    }

    /**
     * Requires a state of some kind of optimizer.
     *
     * @param expected the kind
     * @throws IllegalArgumentException if it is another kind's
     */
    public void requireOptimizer(String expected) {
        if (!optimizer.equals(expected)) {
            throw new IllegalArgumentException("state is of " + optimizer + ", expected " + expected);
        }
    }

    /**
     * Writes the state in a compact form with a checksum; {@link #fromBytes} reads it again, bit for bit.
     *
     * @return the bytes, the same for equal states
     */
    public byte[] toBytes() {
        return StateBytes.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @param bytes the bytes
     * @return the state
     * @throws NullPointerException if the bytes are null
     * @throws IllegalArgumentException if the bytes are no saved state, are cut off or damaged
     */
    public static OptimizerState fromBytes(byte[] bytes) {
        return StateBytes.read(Objects.requireNonNull(bytes, "bytes is null"));
    }

    /**
     * The state of an optimizer around another one: the inner state's vectors keep their names behind {@code inner.}.
     *
     * @param optimizer the kind of the outer optimizer
     * @param steps the steps of the outer optimizer
     * @param own the outer optimizer's vectors by name; copied
     * @param inner the state of the inner optimizer
     * @return both in one
     */
    public static OptimizerState around(String optimizer, long steps, Map<String, double[]> own, OptimizerState inner) {
        Map<String, double[]> all = new TreeMap<>(own);
        inner.vectors.forEach((name, vector) -> all.put(INNER + name, vector));
        all.put(INNER_STEPS, new double[] {inner.steps});
        return new OptimizerState(optimizer + SEPARATOR + inner.optimizer, steps, all);
    }

    /**
     * The inner part of what {@link #around} made.
     *
     * @param expected the kind of the outer optimizer
     * @return the state of the inner optimizer
     * @throws IllegalArgumentException if the state is of another kind
     */
    public OptimizerState inner(String expected) {
        if (!optimizer.startsWith(expected + SEPARATOR)) {
            throw new IllegalArgumentException("state is of " + optimizer + ", expected " + expected);
        }
        Map<String, double[]> parts = new TreeMap<>();
        vectors.forEach((name, vector) -> {
            if (name.startsWith(INNER) && !name.equals(INNER_STEPS)) {
                parts.put(name.substring(INNER.length()), vector);
            }
        });
        String kind = optimizer.substring(expected.length() + SEPARATOR.length());
        return new OptimizerState(kind, (long) vector(INNER_STEPS)[0], parts);
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
