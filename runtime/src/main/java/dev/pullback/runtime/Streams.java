package dev.pullback.runtime;

import java.util.NoSuchElementException;

/** Results of the platform's streams of numbers, as loops compute them: generated code has loops in the place of streams. */
public final class Streams {

    private Streams() {}

    /**
     * Returns what {@link java.util.stream.DoubleStream#sum()} returns for these terms, to the last bit: the platform adds with
     * compensation.
     *
     * @param plain the sum of the terms without compensation
     * @param terms the terms in the order of the stream
     * @param count how many of them there are
     * @return the compensated sum; its derivative is that of the plain one
     */
    public static double sum(double plain, double[] terms, int count) {
        double sum = 0.0;
        double compensation = 0.0;
        for (int i = 0; i < count; i++) {
            double term = terms[i] - compensation;
            double next = sum + term;
            compensation = next - sum - term;
            sum = next;
        }
        double result = sum - compensation;
        // Infinite terms make the compensation NaN.
        return Double.isNaN(result) && Double.isInfinite(plain) ? plain : result;
    }

    /**
     * Returns the value of an optional result, like {@link java.util.OptionalDouble#getAsDouble()}.
     *
     * @param isPresent whether there is one
     * @param value the value
     * @return the value
     * @throws NoSuchElementException if there is none
     */
    public static double present(boolean isPresent, double value) {
        requirePresent(isPresent);
        return value;
    }

    /**
     * Returns the value of an optional result, like {@link java.util.OptionalInt#getAsInt()}.
     *
     * @param isPresent whether there is one
     * @param value the value
     * @return the value
     * @throws NoSuchElementException if there is none
     */
    public static int present(boolean isPresent, int value) {
        requirePresent(isPresent);
        return value;
    }

    private static void requirePresent(boolean isPresent) {
        if (!isPresent) {
            throw new NoSuchElementException("No value present");
        }
    }
}
