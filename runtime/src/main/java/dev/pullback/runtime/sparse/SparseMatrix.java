package dev.pullback.runtime.sparse;

import java.util.Arrays;

/**
 * A matrix over a pattern, in compressed rows. The values can be written again and again, the pattern stays. Belongs to one thread
 * at a time.
 */
public final class SparseMatrix {

    private final SparsityPattern pattern;
    private final double[] values;

    /**
     * Creates a matrix of zeros.
     *
     * @param pattern where it may have other entries
     */
    public SparseMatrix(SparsityPattern pattern) {
        this.pattern = pattern;
        this.values = new double[pattern.size()];
    }

    /**
     * Where the matrix may have entries.
     *
     * @return the pattern
     */
    public SparsityPattern pattern() {
        return pattern;
    }

    /**
     * The entries in the order of the pattern: the values of the CSR format.
     *
     * @return the array itself, not a copy
     */
    public double[] values() {
        return values;
    }

    /**
     * One entry.
     *
     * @param row its row
     * @param column its column
     * @return its value, zero outside of the pattern
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double get(int row, int column) {
        int entry = pattern.find(row, column);
        return entry < 0 ? 0.0 : values[entry];
    }

    /**
     * Multiplies the matrix with a vector.
     *
     * @param vector one entry per column
     * @param product overwritten, one entry per row
     */
    public void multiply(double[] vector, double[] product) {
        for (int i = 0; i < pattern.rows(); i++) {
            double sum = 0.0;
            for (int k = pattern.start(i); k < pattern.end(i); k++) {
                sum += values[k] * vector[pattern.column(k)];
            }
            product[i] = sum;
        }
    }

    /**
     * Multiplies the transposed matrix with a vector.
     *
     * @param vector one entry per row
     * @param product overwritten, one entry per column
     */
    public void multiplyTransposed(double[] vector, double[] product) {
        Arrays.fill(product, 0, pattern.columns(), 0.0);
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.start(i); k < pattern.end(i); k++) {
                product[pattern.column(k)] += values[k] * vector[i];
            }
        }
    }

    /**
     * Multiplies a row with a number, in place.
     *
     * @param row which row
     * @param factor the number
     */
    public void scaleRow(int row, double factor) {
        for (int k = pattern.start(row); k < pattern.end(row); k++) {
            values[k] *= factor;
        }
    }

    /**
     * The matrix with all its zeros.
     *
     * @return a fresh matrix
     */
    public double[][] toDense() {
        double[][] dense = new double[pattern.rows()][pattern.columns()];
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.start(i); k < pattern.end(i); k++) {
                dense[i][pattern.column(k)] = values[k];
            }
        }
        return dense;
    }
}
