package dev.pullback.runtime.sparse;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Where a matrix may have entries other than zero, in compressed rows: the columns of row {@code i} stand in {@code
 * columnIndices} from {@code rowStarts[i]} up to but without {@code rowStarts[i + 1]}, in ascending order. Immutable and
 * thread-safe.
 */
public final class SparsityPattern {

    private static final int TOGETHER = 4;

    private final int columns;
    private final int[] rowStarts;
    private final int[] columnIndices;

    private SparsityPattern(int columns, int[] rowStarts, int[] columnIndices) {
        this.columns = columns;
        this.rowStarts = rowStarts;
        this.columnIndices = columnIndices;
    }

    /**
     * A pattern that is known.
     *
     * @param columns the number of columns
     * @param columnsOfRows the columns of each row, in any order
     * @return the pattern
     * @throws IllegalArgumentException if a column does not exist or stands twice in a row
     */
    public static SparsityPattern of(int columns, int[]... columnsOfRows) {
        int[] starts = new int[columnsOfRows.length + 1];
        for (int i = 0; i < columnsOfRows.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], columnsOfRows[i].length);
        }
        int[] indices = new int[starts[columnsOfRows.length]];
        for (int i = 0; i < columnsOfRows.length; i++) {
            System.arraycopy(columnsOfRows[i], 0, indices, starts[i], columnsOfRows[i].length);
            Arrays.sort(indices, starts[i], starts[i + 1]);
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                if (indices[k] < 0 || indices[k] >= columns) {
                    throw new IllegalArgumentException(
                            "row " + i + " names column " + indices[k] + ", but there are " + columns);
                }
                if (k > starts[i] && indices[k] == indices[k - 1]) {
                    throw new IllegalArgumentException("row " + i + " names column " + indices[k] + " twice");
                }
            }
        }
        return new SparsityPattern(columns, starts, indices);
    }

    /**
     * The pattern of a Jacobian, from what its results depend on.
     *
     * @param columns the number of columns
     * @param results the domains of the results: vectors, which follow each other, or the rows of a matrix
     * @return the pattern, one row per result
     */
    public static SparsityPattern ofDomains(int columns, IndexDomain[]... results) {
        return of(
                columns,
                Arrays.stream(results)
                        .flatMap(Arrays::stream)
                        .map(IndexDomain::indices)
                        .toArray(int[][]::new));
    }

    /**
     * Finds the pattern of a matrix from products with it: each column is asked for with NaN in the place of its one. NaN goes
     * wherever the column's entry has an influence, also where the result happens to be zero at this point, so that nothing is
     * missed on the way that the product takes here. Another branch of the differentiated method may have another pattern; {@link
     * SparseJacobian} and {@link SparseHessian} notice.
     *
     * @param rows the number of rows
     * @param columns the number of columns, which is also the number of products
     * @param product the product with the matrix at one point
     * @return the pattern
     * @throws IllegalArgumentException if the matrix itself is not finite there, since that would look like an entry
     */
    public static SparsityPattern detect(int rows, int columns, MatrixProduct product) {
        double[] vector = new double[columns];
        double[] result = new double[rows];
        product.multiply(vector, result);
        requireNumbers(result);
        int[][] rowsOfColumns = new int[columns][];
        for (int j = 0; j < columns; j++) {
            vector[j] = Double.NaN;
            product.multiply(vector, result);
            vector[j] = 0.0;
            rowsOfColumns[j] = nans(result);
        }
        return of(rows, rowsOfColumns).transposed();
    }

    /**
     * Finds the pattern of a Jacobian from directional derivatives, several at once, as {@link #detect(int, int, MatrixProduct)}
     * does from single products.
     *
     * @param columns the number of columns
     * @param derivatives gives one row of tangents per direction, for example {@code fPushforwards}
     * @return the pattern, with as many rows as there are tangents
     * @throws IllegalArgumentException if the Jacobian itself is not finite there
     */
    public static SparsityPattern detect(int columns, UnaryOperator<double[][]> derivatives) {
        double[] constant = derivatives.apply(new double[1][columns])[0];
        requireNumbers(constant);
        int[][] rowsOfColumns = new int[columns][];
        double[][] directions = new double[TOGETHER][columns];
        for (int j = 0; j < columns; j += TOGETHER) {
            double[][] block = Arrays.copyOf(directions, Math.min(TOGETHER, columns - j));
            for (int k = 0; k < block.length; k++) {
                block[k][j + k] = Double.NaN;
            }
            double[][] tangents = derivatives.apply(block);
            for (int k = 0; k < block.length; k++) {
                block[k][j + k] = 0.0;
                rowsOfColumns[j + k] = nans(tangents[k]);
            }
        }
        return of(constant.length, rowsOfColumns).transposed();
    }

    /**
     * Finds the pattern of a Hessian, with the entries that mirror those found.
     *
     * @param size the number of rows and columns
     * @param hessian the product with the Hessian at one point, for example {@code fHessianVector}
     * @return a symmetric pattern
     * @throws IllegalArgumentException if the Hessian itself is not finite there
     */
    public static SparsityPattern detectSymmetric(int size, MatrixProduct hessian) {
        return detect(size, size, hessian).symmetric();
    }

    private static void requireNumbers(double[] result) {
        for (int i = 0; i < result.length; i++) {
            if (Double.isNaN(result[i])) {
                throw new IllegalArgumentException("row " + i + " is not finite at this point: choose another one");
            }
        }
    }

    private static int[] nans(double[] values) {
        int[] found = new int[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * The number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return rowStarts.length - 1;
    }

    /**
     * The number of columns.
     *
     * @return the number of columns
     */
    public int columns() {
        return columns;
    }

    /**
     * The number of entries.
     *
     * @return how many entries may differ from zero
     */
    public int size() {
        return columnIndices.length;
    }

    /**
     * Where each row begins, and last the number of entries: the row pointers of the CSR format.
     *
     * @return a copy
     */
    public int[] rowStarts() {
        return rowStarts.clone();
    }

    /**
     * The column of each entry, row after row: the column indices of the CSR format.
     *
     * @return a copy
     */
    public int[] columnIndices() {
        return columnIndices.clone();
    }

    /**
     * The pattern of the transposed matrix. Its rows are this one's columns, so its arrays are those of the CSC format.
     *
     * @return the transposed pattern
     */
    public SparsityPattern transposed() {
        int[] starts = new int[columns + 1];
        for (int column : columnIndices) {
            starts[column + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            starts[j + 1] += starts[j];
        }
        int[] next = starts.clone();
        int[] indices = new int[columnIndices.length];
        for (int i = 0; i < rows(); i++) {
            for (int k = rowStarts[i]; k < rowStarts[i + 1]; k++) {
                indices[next[columnIndices[k]]++] = i;
            }
        }
        return new SparsityPattern(rows(), starts, indices);
    }

    /** This pattern with the entries of its transpose. */
    SparsityPattern symmetric() {
        SparsityPattern other = transposed();
        int[][] merged = new int[rows()][];
        for (int i = 0; i < rows(); i++) {
            int[] both = new int[end(i) - start(i) + other.end(i) - other.start(i)];
            System.arraycopy(columnIndices, start(i), both, 0, end(i) - start(i));
            System.arraycopy(
                    other.columnIndices, other.start(i), both, end(i) - start(i), other.end(i) - other.start(i));
            merged[i] = Arrays.stream(both).sorted().distinct().toArray();
        }
        return of(columns, merged);
    }

    /** Whether two rows have the same columns. */
    boolean equalRows(int row, int other) {
        return Arrays.equals(columnIndices, start(row), end(row), columnIndices, start(other), end(other));
    }

    int start(int row) {
        return rowStarts[row];
    }

    int end(int row) {
        return rowStarts[row + 1];
    }

    int column(int entry) {
        return columnIndices[entry];
    }

    /** The position of an entry, negative if there is none. */
    int find(int row, int column) {
        return Arrays.binarySearch(columnIndices, rowStarts[row], rowStarts[row + 1], column);
    }
}
