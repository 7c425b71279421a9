package dev.pullback.runtime;

/** What generated code needs to know of loops before they run, and to run them backwards. Thread-safe: there is no state. */
public final class Loops {
    private Loops() {}

    /**
     * The last value of the index of {@code for (int i = from; i < to; i += step)}, or of {@code i > to} for a negative step.
     *
     * @param from the first value
     * @param to the bound, exclusive
     * @param step not zero
     * @return the last value, or {@code from - step} if the loop does not run
     * @throws ArithmeticException if {@code from - step} is no {@code int}: a loop back to {@code from} would not end
     */
    public static int last(int from, int to, int step) {
        long before = (long) from - step;
        if (before != (int) before) {
            throw new ArithmeticException("a loop that begins at " + from + " cannot run backwards: there is no int "
                    + (step > 0 ? "before" : "after") + " it, " + Math.abs((long) step) + " away");
        }
        return (int) (before + count(from, to, step) * step);
    }

    /**
     * The number of iterations of {@code for (int i = from; i < to; i += step)}, or of {@code i > to} for a negative step.
     *
     * @param from the first value
     * @param to the bound, exclusive
     * @param step not zero
     * @return the number, not negative; where that is no {@code int}, the greatest one, of which there are no arrays
     */
    public static int trips(int from, int to, int step) {
        return (int) Math.min(count(from, to, step), Integer.MAX_VALUE);
    }

    private static long count(int from, int to, int step) {
        long span = step > 0 ? (long) to - from : (long) from - to;
        long stride = Math.abs((long) step);
        return span <= 0 ? 0 : (span - 1) / stride + 1;
    }
}
