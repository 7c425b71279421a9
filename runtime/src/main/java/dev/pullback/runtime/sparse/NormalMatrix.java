package dev.pullback.runtime.sparse;

import java.util.Arrays;

/**
 * The products {@code J^T J} of sparse Jacobians over one pattern: the matrix of the normal equations of least squares. The pattern
 * is found once, the products allocate nothing. Belongs to one thread at a time.
 */
public final class NormalMatrix {

    private final SparsityPattern jacobian;
    /** The rows of each column of J, and where their entries are. */
    private final SparsityPattern byColumn;

    private final int[] entryOf;
    private final SparseMatrix matrix;
    private final double[] work;

    /**
     * For Jacobians of one pattern.
     *
     * @param jacobian the pattern of J
     */
    public NormalMatrix(SparsityPattern jacobian) {
        this.jacobian = jacobian;
        byColumn = jacobian.transposed();
        entryOf = new int[jacobian.size()];
        for (int j = 0; j < jacobian.columns(); j++) {
            for (int r = byColumn.start(j); r < byColumn.end(j); r++) {
                entryOf[r] = jacobian.find(byColumn.column(r), j);
            }
        }
        matrix = new SparseMatrix(product());
        work = new double[jacobian.columns()];
    }

    /** The pattern of the product; the diagonal is in it, whatever J is. */
    private SparsityPattern product() {
        int n = jacobian.columns();
        int[] seenBy = new int[n];
        Arrays.fill(seenBy, -1);
        int[] found = new int[n];
        int[][] columns = new int[n][];
        for (int j = 0; j < n; j++) {
            int count = 0;
            seenBy[j] = j;
            found[count++] = j;
            for (int r = byColumn.start(j); r < byColumn.end(j); r++) {
                int row = byColumn.column(r);
                for (int k = jacobian.start(row); k < jacobian.end(row); k++) {
                    int other = jacobian.column(k);
                    if (seenBy[other] != j) {
                        seenBy[other] = j;
                        found[count++] = other;
                    }
                }
            }
            columns[j] = Arrays.copyOf(found, count);
        }
        return SparsityPattern.of(n, columns);
    }

    /**
     * The product of the last Jacobian.
     *
     * @return the matrix itself, both halves, overwritten by the next call of {@link #compute}
     */
    public SparseMatrix matrix() {
        return matrix;
    }

    /**
     * Computes the product.
     *
     * @param j a Jacobian over the pattern
     * @return {@link #matrix()}
     * @throws IllegalArgumentException if it has another pattern
     */
    public SparseMatrix compute(SparseMatrix j) {
        if (j.pattern() != jacobian) {
            throw new IllegalArgumentException("j has another pattern");
        }
        double[] entries = j.values();
        double[] products = matrix.values();
        SparsityPattern pattern = matrix.pattern();
        for (int column = 0; column < work.length; column++) {
            for (int r = byColumn.start(column); r < byColumn.end(column); r++) {
                double factor = entries[entryOf[r]];
                int row = byColumn.column(r);
                for (int k = jacobian.start(row); k < jacobian.end(row); k++) {
                    work[jacobian.column(k)] += factor * entries[k];
                }
            }
            for (int k = pattern.start(column); k < pattern.end(column); k++) {
                products[k] = work[pattern.column(k)];
                work[pattern.column(k)] = 0.0;
            }
        }
        return matrix;
    }
}
