package dev.pullback.runtime;

/**
 * Checks of what generated code does with arrays on its own: the range checks of the methods that it writes out as loops,
 * which throw what the platform throws, and those of arrays that take each other's places. They come before anything is
 * written. Stateless and thread-safe; nothing is allocated.
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
     * Checks what {@code Arrays.copyOf} and {@code Arrays.copyOfRange} take of an array of records or value classes. A copy that is
     * longer than the rest of the array would hold null, which has no components.
     *
     * @param length the length of the array
     * @param from the first element to copy
     * @param to behind the last one
     * @return the number of elements
     * @throws NegativeArraySizeException if the copy would have a negative length
     * @throws ArrayIndexOutOfBoundsException if the copy begins outside the array
     * @throws IllegalArgumentException if it ends there, or before it begins
     */
    public static int checkRecords(int length, int from, int to) {
        if (from == 0 && to < 0) {
            throw new NegativeArraySizeException(String.valueOf(to));
        }
        if (checkCopyOfRange(length, from, to) != to - from) {
            throw new IllegalArgumentException("a copy of elements " + from + " to " + (to - 1) + " of an array of "
                    + length + " records would hold null, which cannot be differentiated");
        }
        return to - from;
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

    /**
     * Checks that arrays which take each other's places have one length.
     *
     * @param expected the length of the arrays so far
     * @param length the length of the next one
     * @return the length
     * @throws NegativeArraySizeException if the length is negative, as {@code new} does
     * @throws IllegalArgumentException if the lengths differ
     */
    public static int checkSameLength(int expected, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(String.valueOf(length));
        }
        if (length != expected) {
            throw new IllegalArgumentException("arrays of lengths " + expected + " and " + length
                    + " take each other's places, which can be differentiated for one length only");
        }
        return length;
    }

    /**
     * The length of the rows of a matrix that takes another one's place.
     *
     * @param matrix the matrix
     * @return the length that all rows have; zero if there are no rows
     * @throws IllegalArgumentException if the rows have different lengths
     */
    public static int columns(Object[] matrix) {
        int columns = matrix.length == 0 ? 0 : Rows.length(matrix[0]);
        for (Object row : matrix) {
            if (Rows.length(row) != columns) {
                throw new IllegalArgumentException(
                        "rows of lengths " + columns + " and " + Rows.length(row)
                                + " in matrices that take each other's places, which can be differentiated for one length only");
            }
        }
        return columns;
    }

    /**
     * Rejects two arguments of a helper that share memory, as {@link SharedMemory#requireDistinct} does.
     *
     * @param overwritten an array that the helper overwrites
     * @param other another array argument
     * @return zero
     * @throws IllegalArgumentException if they are the same array, or one holds a row of the other
     */
    public static int checkDistinct(Object overwritten, Object other) {
        SharedMemory.requireDistinct(overwritten, other, "an argument", "another one");
        return 0;
    }

    /**
     * Checks the array that a gradient is to be written to, as {@code fValueAndGradient} does.
     *
     * @param independent the argument
     * @param bar the array
     * @return zero
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the lengths differ or they are the same array
     */
    public static int checkBar(double[] independent, double[] bar) {
        Shapes.requireBar(independent, bar, "a bar");
        return 0;
    }

    /**
     * Checks the array that a gradient is to be written to, as {@code fValueAndGradient} does.
     *
     * @param independent the argument
     * @param bar the array
     * @return zero
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the shapes differ, a row is null, or a row is the same array in the same place
     */
    public static int checkBar(Object[] independent, Object[] bar) {
        Shapes.requireBar(independent, bar, "a bar");
        return 0;
    }

    /**
     * Checks the length of the array that partial derivatives are to be written to, as {@code fValueAndGradient} does.
     *
     * @param count the number of partial derivatives
     * @param bars the array
     * @return zero
     * @throws NullPointerException if the array is null
     * @throws IllegalArgumentException if its length is another one
     */
    public static int checkBars(int count, double[] bars) {
        Shapes.requireLength(bars, count, "scalarBars");
        return 0;
    }
}
