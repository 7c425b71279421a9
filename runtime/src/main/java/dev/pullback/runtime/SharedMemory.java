package dev.pullback.runtime;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether arrays, or arrays of arrays, share memory. Few rows are compared with each other, which allocates nothing; of many
 * rows a table is made, since their pairs would take longer than what is computed from them.
 */
final class SharedMemory {
    /** The number of comparisons up to which no table is made. */
    private static final int MAX_COMPARISONS = 1 << 14;

    private SharedMemory() {}

    /** Whether two arrays are the same, or one holds a row of the other, at whatever depth. */
    static boolean isBetween(@Nullable Object first, @Nullable Object second) {
        if (first == null || second == null || first == second) {
            return first != null && first == second;
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
        Integer first = row == null ? null : table.putIfAbsent(row, index);
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
