package dev.pullback.runtime;

/**
 * Range checks of the array methods that generated code writes out as loops. Each throws what the method of the platform
 * throws, before anything is written. Stateless and thread-safe; nothing is allocated.
 */
public final class Ranges {
    private Ranges() {}

    /**
     * Checks a range as {@link java.util.Arrays#fill(double[], int, int, double)} does.
     *
     * @param length the array's length
     * @param from the first index, inclusive
     * @param to the last index, exclusive
     * @return the number of elements in the range
     * @throws IllegalArgumentException if the range ends before it starts
     * @throws ArrayIndexOutOfBoundsException if the range leaves the array
     */
    public static int checkFill(int length, int from, int to) {
        if (from > to) {
            throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
        }
        if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
        return to - from;
    }

    /**
     * Checks a range as {@link java.util.Arrays#copyOfRange(double[], int, int)} does; it may end behind the array.
     *
     * @param length the array's length
     * @param from the first index, inclusive
     * @param to the last index, exclusive
     * @return the number of elements in the range that the array has
     * @throws IllegalArgumentException if the range ends before it starts
     * @throws ArrayIndexOutOfBoundsException if the range starts outside of the array
     */
    public static int checkCopyOfRange(int length, int from, int to) {
        int count = to - from;
        if (count < 0) {
            throw new IllegalArgumentException(from + " > " + to);
        }
        if (from < 0 || from > length) {
            throw new ArrayIndexOutOfBoundsException("range starts at " + from + " in an array of length " + length);
        }
        return Math.min(length - from, count);
    }

    /**
     * Checks two ranges as {@link System#arraycopy(Object, int, Object, int, int)} does.
     *
     * @param fromLength the length of the array to copy from
     * @param from the first index in it
     * @param toLength the length of the array to copy to
     * @param to the first index in it
     * @param count the number of elements
     * @return the number of elements
     * @throws ArrayIndexOutOfBoundsException if a range leaves its array or the number is negative
     */
    public static int checkArraycopy(int fromLength, int from, int toLength, int to, int count) {
        // As in the platform, the sums cannot overflow: each is compared with what is left of the array.
        if (from < 0 || to < 0 || count < 0 || from > fromLength - count || to > toLength - count) {
            throw new ArrayIndexOutOfBoundsException("arraycopy: " + count + " elements from " + from + " of "
                    + fromLength + " to " + to + " of " + toLength);
        }
        return count;
    }
}
