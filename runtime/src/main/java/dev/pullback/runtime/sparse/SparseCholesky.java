package dev.pullback.runtime.sparse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The decomposition {@code P A P^T = L L^T} of sparse symmetric positive definite matrices over one pattern. The order of
 * elimination P, which keeps L sparse, and the places of L's entries are found once; decompositions and solutions then allocate
 * nothing. Belongs to one thread at a time.
 *
 * <p>Source: Davis 2006, "Direct Methods for Sparse Linear Systems", chapter 4: elimination tree, row by row ("up-looking").
 */
public final class SparseCholesky {

    private static final int NONE = -1;

    private final SparsityPattern pattern;
    private final int size;
    /** Which column is eliminated as the k-th, and the inverse. */
    private final int[] order;

    private final int[] position;
    private final int[] parent;
    private final int[] columnStarts;
    private final int[] rows;
    private final double[] values;
    private final int[] columnEnds;
    private final double[] work;
    private final int[] mark;
    private final int[] stack;
    private boolean decomposed;

    /**
     * For matrices of one pattern.
     *
     * @param pattern where entries may be, at all points; entries mirrored at the diagonal are read once
     * @throws IllegalArgumentException if the pattern is not square or not symmetric, or L would have 2^31 entries or more
     */
    public SparseCholesky(SparsityPattern pattern) {
        if (pattern.rows() != pattern.columns() || pattern.symmetric().size() != pattern.size()) {
            throw new IllegalArgumentException("pattern has " + pattern.rows() + " rows and " + pattern.columns()
                    + " columns, and " + pattern.size() + " entries that are not symmetric");
        }
        this.pattern = pattern;
        size = pattern.columns();
        order = EliminationOrder.of(pattern);
        position = new int[size];
        for (int k = 0; k < size; k++) {
            position[order[k]] = k;
        }
        parent = eliminationTree();
        mark = new int[size];
        stack = new int[size];
        columnStarts = columnStarts();
        rows = new int[columnStarts[size]];
        values = new double[columnStarts[size]];
        columnEnds = new int[size];
        work = new double[size];
    }

    /** The parent of column j: the first row below the diagonal of column j of L that has an entry. */
    private int[] eliminationTree() {
        int[] parents = new int[size];
        int[] ancestors = new int[size];
        for (int k = 0; k < size; k++) {
            parents[k] = NONE;
            ancestors[k] = NONE;
            for (int e = pattern.start(order[k]); e < pattern.end(order[k]); e++) {
                int i = position[pattern.column(e)];
                while (i != NONE && i < k) {
                    int above = ancestors[i];
                    ancestors[i] = k;
                    if (above == NONE) {
                        parents[i] = k;
                    }
                    i = above;
                }
            }
        }
        return parents;
    }

    private int[] columnStarts() {
        long[] counts = new long[size];
        Arrays.fill(mark, NONE);
        for (int k = 0; k < size; k++) {
            counts[k]++;
            for (int top = reach(k); top < size; top++) {
                counts[stack[top]]++;
            }
        }
        int[] starts = new int[size + 1];
        long sum = 0;
        for (int k = 0; k < size; k++) {
            sum += counts[k];
            if (sum > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("the factor would have more than 2^31 entries");
            }
            starts[k + 1] = (int) sum;
        }
        return starts;
    }

    /** The columns with an entry in row k of L, before the diagonal: the stack from the returned index on, ascending in the tree. */
    private int reach(int k) {
        int top = size;
        mark[k] = k;
        for (int e = pattern.start(order[k]); e < pattern.end(order[k]); e++) {
            int i = position[pattern.column(e)];
            if (i > k) {
                continue;
            }
            int length = 0;
            while (mark[i] != k) {
                stack[length++] = i;
                mark[i] = k;
                i = parent[i];
            }
            while (length > 0) {
                stack[--top] = stack[--length];
            }
        }
        return top;
    }

    /**
     * How many entries L has.
     *
     * @return the entries on and below the diagonal
     */
    public int entries() {
        return values.length;
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric, over the pattern; not modified
     * @return false if it is not positive definite, which leaves no decomposition
     * @throws IllegalArgumentException if the matrix has another pattern
     */
    public boolean decompose(SparseMatrix matrix) {
        return decompose(matrix, null);
    }

    /**
     * Decomposes a matrix with a diagonal added to it.
     *
     * @param matrix symmetric, over the pattern; not modified
     * @param diagonal what to add, one entry per row; not modified
     * @return false if the sum is not positive definite, which leaves no decomposition
     * @throws IllegalArgumentException if the matrix has another pattern or the diagonal another length
     */
    public boolean decompose(SparseMatrix matrix, double @Nullable [] diagonal) {
        if (matrix.pattern() != pattern) {
            throw new IllegalArgumentException("matrix has another pattern");
        }
        if (diagonal != null && diagonal.length != size) {
            throw new IllegalArgumentException("diagonal has length " + diagonal.length + ", expected " + size);
        }
        decomposed = false;
        Arrays.fill(mark, NONE);
        Arrays.fill(work, 0.0);
        for (int k = 0; k < size; k++) {
            double pivot = scatter(matrix, k) + (diagonal == null ? 0.0 : diagonal[order[k]]);
            pivot -= row(k);
            if (!(pivot > 0.0 && pivot < Double.POSITIVE_INFINITY)) {
                return false;
            }
            rows[columnStarts[k]] = k;
            values[columnStarts[k]] = Math.sqrt(pivot);
            columnEnds[k] = columnStarts[k] + 1;
        }
        decomposed = true;
        return true;
    }

    /** Lays row k of the matrix, up to the diagonal, into the work array; returns the entry of the diagonal. */
    private double scatter(SparseMatrix matrix, int k) {
        double[] entries = matrix.values();
        double diagonal = 0.0;
        for (int e = pattern.start(order[k]); e < pattern.end(order[k]); e++) {
            int i = position[pattern.column(e)];
            if (i < k) {
                work[i] = entries[e];
            } else if (i == k) {
                diagonal = entries[e];
            }
        }
        return diagonal;
    }

    /** Solves for row k of L by its columns so far; returns the row's sum of squares. */
    private double row(int k) {
        double squares = 0.0;
        for (int top = reach(k); top < size; top++) {
            int j = stack[top];
            double entry = work[j] / values[columnStarts[j]];
            work[j] = 0.0;
            int end = columnEnds[j];
            for (int e = columnStarts[j] + 1; e < end; e++) {
                work[rows[e]] -= values[e] * entry;
            }
            squares += entry * entry;
            rows[end] = k;
            values[end] = entry;
            columnEnds[j] = end + 1;
        }
        return squares;
    }

    /**
     * Solves {@code A x = b} with the last decomposition.
     *
     * @param x holds b, overwritten by the solution
     * @throws IllegalStateException if there is no decomposition
     */
    public void solve(double[] x) {
        if (!decomposed) {
            throw new IllegalStateException("no matrix has been decomposed, or the last one was not positive definite");
        }
        for (int k = 0; k < size; k++) {
            work[k] = x[order[k]];
        }
        for (int j = 0; j < size; j++) {
            work[j] /= values[columnStarts[j]];
            for (int e = columnStarts[j] + 1; e < columnEnds[j]; e++) {
                work[rows[e]] -= values[e] * work[j];
            }
        }
        for (int j = size - 1; j >= 0; j--) {
            for (int e = columnStarts[j] + 1; e < columnEnds[j]; e++) {
                work[j] -= values[e] * work[rows[e]];
            }
            work[j] /= values[columnStarts[j]];
        }
        for (int k = 0; k < size; k++) {
            x[order[k]] = work[k];
        }
    }
}
