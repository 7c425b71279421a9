package dev.pullback.runtime;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rejects arguments that share memory where one is written to. Few rows are compared with each other, which allocates nothing; of
 * many rows a table is made, since their pairs would take longer than what is computed from them. Stateless and thread-safe.
 */
public final class SharedMemory {
    /** The number of comparisons up to which no table is made. */
    private static final int MAX_COMPARISONS = 1 << 14;

    private SharedMemory() {}

    /**
     * Rejects an argument that shares memory with another one while the primal overwrites one of them. The derivatives of
     * such a call would have to be those of a different function.
     *
     * @param overwritten an array that the primal overwrites: a vector or a matrix
     * @param other another array argument
     * @param overwrittenName the first argument's name
     * @param otherName the second argument's name
     * @throws IllegalArgumentException if they are the same array, or one holds a row of the other
     */
    public static void requireDistinct(Object overwritten, Object other, String overwrittenName, String otherName) {
        if (isBetween(overwritten, other)) {
            throw new IllegalArgumentException(overwrittenName + " and " + otherName + " share memory, but "
                    + overwrittenName + " is overwritten: pass a copy");
        }
    }

    /**
     * Rejects one array, or one object, as the bars of two arguments.
     *
     * @param first a bar
     * @param second another one
     * @param names the bars' names, separated by {@code ", "}
     * @throws IllegalArgumentException if they are the same object; rows of matrices are not compared
     */
    public static void requireDistinctBars(Object first, Object second, String names) {
        if (isSame(first, second)) {
            throw sameBar(names, 0, 1);
        }
    }

    /**
     * Rejects one array, or one object, as the bars of two arguments.
     *
     * @param first a bar
     * @param second another one
     * @param third another one
     * @param names the bars' names, separated by {@code ", "}
     * @throws IllegalArgumentException if two are the same object; rows of matrices are not compared
     */
    public static void requireDistinctBars(Object first, Object second, Object third, String names) {
        requireDistinctBars(first, second, names);
        if (isSame(first, third) || isSame(second, third)) {
            throw sameBar(names, first == third ? 0 : 1, 2);
        }
    }

    /**
     * Rejects one array, or one object, as the bars of two arguments.
     *
     * @param first a bar
     * @param second another one
     * @param third another one
     * @param fourth another one
     * @param names the bars' names, separated by {@code ", "}
     * @throws IllegalArgumentException if two are the same object; rows of matrices are not compared
     */
    public static void requireDistinctBars(Object first, Object second, Object third, Object fourth, String names) {
        requireDistinctBars(first, second, third, names);
        if (isSame(first, fourth) || isSame(second, fourth) || isSame(third, fourth)) {
            throw sameBar(names, first == fourth ? 0 : second == fourth ? 1 : 2, 3);
        }
    }

    /**
     * Rejects a bar that is the array of another argument, which would be read after it was written to.
     *
     * @param bar a bar
     * @param first an array that is read
     * @param names the names of the arrays, separated by {@code ", "}
     * @throws IllegalArgumentException if they are the same array; rows of matrices are not compared
     */
    public static void requireUnread(Object bar, Object first, String names) {
        if (isSame(bar, first)) {
            throw readBar(names, 1);
        }
    }

    /**
     * Rejects a bar that is the array of another argument, which would be read after it was written to.
     *
     * @param bar a bar
     * @param first an array that is read
     * @param second another one
     * @param names the names of the arrays, separated by {@code ", "}
     * @throws IllegalArgumentException if the bar is one of the others; rows of matrices are not compared
     */
    public static void requireUnread(Object bar, Object first, Object second, String names) {
        requireUnread(bar, first, names);
        if (isSame(bar, second)) {
            throw readBar(names, 2);
        }
    }

    /**
     * Rejects a bar that is the array of another argument, which would be read after it was written to.
     *
     * @param bar a bar
     * @param first an array that is read
     * @param second another one
     * @param third another one
     * @param names the names of the arrays, separated by {@code ", "}
     * @throws IllegalArgumentException if the bar is one of the others; rows of matrices are not compared
     */
    public static void requireUnread(Object bar, Object first, Object second, Object third, String names) {
        requireUnread(bar, first, second, names);
        if (isSame(bar, third)) {
            throw readBar(names, 3);
        }
    }

    private static IllegalArgumentException readBar(String names, int argument) {
        String[] name = names.split(", ", -1);
        return new IllegalArgumentException(
                name[0] + " is " + name[argument] + " itself, but it is written to: pass another array");
    }

    /**
     * Rejects a matrix as a bar of which two rows that follow each other are the same array, as {@code Arrays.fill(bar, row)} makes
     * them. Rows farther apart are not compared.
     *
     * @param bar the matrix
     * @param name its name
     * @throws IllegalArgumentException if a row is the next one, too
     */
    public static void requireRowsOfTheirOwn(Object[] bar, String name) {
        for (int i = 1; i < bar.length; i++) {
            if (isSame(bar[i - 1], bar[i])) {
                throw new IllegalArgumentException(
                        name + ": rows " + (i - 1) + " and " + i + " are the same array: make one for each");
            }
            if (bar[i] instanceof Object[] rows) {
                requireRowsOfTheirOwn(rows, name + "[" + i + "]");
            }
        }
        if (bar.length > 0 && bar[0] instanceof Object[] rows) {
            requireRowsOfTheirOwn(rows, name + "[0]");
        }
    }

    private static IllegalArgumentException sameBar(String names, int first, int second) {
        String[] name = names.split(", ", -1);
        return new IllegalArgumentException(
                name[first] + " and " + name[second] + " are the same object: pass one for each argument");
    }

    /**
     * Rejects a matrix that the primal overwrites and in which one row stands twice.
     *
     * @param overwritten the matrix
     * @param name the argument's name
     * @throws IllegalArgumentException if two rows are the same array
     */
    public static void requireDistinctRows(Object[] overwritten, String name) {
        rows(overwritten).ifPresent(rows -> {
            throw new IllegalArgumentException(
                    name + ": rows " + rows[0] + " and " + rows[1] + " are the same array, but it is overwritten");
        });
    }

    /** Whether two references are to one object that can hold something: nothing is written to an empty array. */
    static boolean isSame(@Nullable Object first, @Nullable Object second) {
        return first == second && first != null && !isEmpty(first);
    }

    private static boolean isEmpty(Object object) {
        return object instanceof double[] vector && vector.length == 0
                || object instanceof float[] floats && floats.length == 0
                || object instanceof Object[] rows && rows.length == 0;
    }

    /** Whether two arrays are the same, or one holds a row of the other, at whatever depth. */
    static boolean isBetween(@Nullable Object first, @Nullable Object second) {
        if (first == null || second == null || first == second) {
            return isSame(first, second);
        }
        if (first instanceof Object[] rows && second instanceof Object[] others) {
            return (long) rows.length * others.length > MAX_COMPARISONS
                    ? isInTable(second, table(rows))
                    : isAnyBetween(rows, second);
        }
        return first instanceof Object[] rows
                ? isAnyBetween(rows, second)
                : second instanceof Object[] others && isAnyBetween(others, first);
    }

    private static boolean isAnyBetween(Object[] rows, Object other) {
        for (Object row : rows) {
            if (isBetween(row, other)) {
                return true;
            }
        }
        return false;
    }

    /** The indices of two rows that share memory, in ascending order. */
    static Optional<int[]> rows(Object[] rows) {
        return (long) rows.length * rows.length > MAX_COMPARISONS ? rowsByTable(rows) : rowsByPairs(rows);
    }

    private static Optional<int[]> rowsByPairs(Object[] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                if (isBetween(rows[i], rows[j])) {
                    return Optional.of(new int[] {i, j});
                }
            }
        }
        return within(rows);
    }

    private static Optional<int[]> rowsByTable(Object[] rows) {
        Map<Object, Integer> table = new IdentityHashMap<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            Integer first = firstKnown(rows[i], i, table);
            if (first != null) {
                return Optional.of(new int[] {first, i});
            }
        }
        return within(rows);
    }

    private static Optional<int[]> within(Object[] rows) {
        for (Object row : rows) {
            Optional<int[]> inner = row instanceof Object[] parts ? rows(parts) : Optional.empty();
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    /** Enters the vectors of a row; the index of an earlier row that has one of them, if there is one. */
    private static @Nullable Integer firstKnown(@Nullable Object row, int index, Map<Object, Integer> table) {
        if (row instanceof Object[] parts) {
            for (Object part : parts) {
                Integer first = firstKnown(part, index, table);
                if (first != null) {
                    return first;
                }
            }
            return null;
        }
        Integer first = row == null || isEmpty(row) ? null : table.putIfAbsent(row, index);
        return first != null && first != index ? first : null;
    }

    private static Map<Object, Integer> table(Object[] rows) {
        Map<Object, Integer> table = new IdentityHashMap<>(rows.length);
        firstKnown(rows, 0, table);
        return table;
    }

    private static boolean isInTable(@Nullable Object array, Map<Object, Integer> table) {
        if (array instanceof Object[] parts) {
            for (Object part : parts) {
                if (isInTable(part, table)) {
                    return true;
                }
            }
            return false;
        }
        return array != null && table.containsKey(array);
    }
}
