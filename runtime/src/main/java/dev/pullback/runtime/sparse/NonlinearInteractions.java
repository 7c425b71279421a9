package dev.pullback.runtime.sparse;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Collects which independents meet in an operation that is not linear: the entries that a Hessian can have. After Walther,
 * "Computing Sparse Hessians with Automatic Differentiation", ACM Transactions on Mathematical Software 34 (2008). Belongs to one
 * thread at a time.
 */
public final class NonlinearInteractions {

    private static final int RECENT = 8;

    /** Two domains, of which each pair of elements interacts. */
    private record Pair(IndexDomain first, IndexDomain second) {

        boolean covers(Pair other) {
            return first.includes(other.first) && second.includes(other.second)
                    || first.includes(other.second) && second.includes(other.first);
        }
    }

    private final Row[] rows;

    /** What was added last: most of it is part of what comes next. */
    private final Deque<Pair> recent = new ArrayDeque<>();

    private NonlinearInteractions(int independents) {
        rows = new Row[independents];
        Arrays.setAll(rows, i -> new Row());
    }

    /**
     * No interactions.
     *
     * @param independents the number of independents
     * @return an empty collection
     */
    public static NonlinearInteractions of(int independents) {
        return new NonlinearInteractions(independents);
    }

    /**
     * Adds the interactions of two values.
     *
     * @param first what one depends on
     * @param second what the other depends on
     */
    public void add(IndexDomain first, IndexDomain second) {
        if (first == IndexDomain.NONE || second == IndexDomain.NONE) {
            return;
        }
        Pair pair = new Pair(first, second);
        for (Iterator<Pair> others = recent.iterator(); others.hasNext(); ) {
            Pair other = others.next();
            if (other.covers(pair)) {
                return;
            }
            if (pair.covers(other)) {
                others.remove();
            }
        }
        recent.addLast(pair);
        if (recent.size() > RECENT) {
            enter(recent.removeFirst());
        }
    }

    private void enter(Pair pair) {
        int[] first = pair.first.indices();
        int[] second = pair.second.indices();
        for (int i : first) {
            rows[i].add(second);
        }
        if (pair.first != pair.second) {
            for (int j : second) {
                rows[j].add(first);
            }
        }
    }

    /**
     * The pattern of the Hessian.
     *
     * @return a symmetric pattern
     */
    public SparsityPattern pattern() {
        while (!recent.isEmpty()) {
            enter(recent.removeFirst());
        }
        int[][] columns = new int[rows.length][];
        Arrays.setAll(columns, i -> rows[i].columns());
        return SparsityPattern.of(rows.length, columns);
    }

    /** The columns of a row; repeated ones go when there is no room any more. */
    private static final class Row {
        private int[] columns = new int[4];
        private int size;

        void add(int[] more) {
            if (size + more.length > columns.length) {
                compact();
                if (2 * (size + more.length) > columns.length) {
                    columns = Arrays.copyOf(columns, 2 * (size + more.length));
                }
            }
            System.arraycopy(more, 0, columns, size, more.length);
            size += more.length;
        }

        private void compact() {
            Arrays.sort(columns, 0, size);
            int kept = 0;
            for (int k = 0; k < size; k++) {
                if (kept == 0 || columns[k] != columns[kept - 1]) {
                    columns[kept++] = columns[k];
                }
            }
            size = kept;
        }

        int[] columns() {
            compact();
            return Arrays.copyOf(columns, size);
        }
    }
}
