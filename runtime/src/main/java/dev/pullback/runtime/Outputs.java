package dev.pullback.runtime;

/**
 * Moves the contents of arrays that a method overwrites to and from one vector, which holds them one after the other, matrices row
 * by row. Generated code calls methods of other classes that way. Thread-safe as far as the arrays are.
 */
public final class Outputs {

    private Outputs() {}

    /**
     * The number of elements of a matrix, whose rows may have different lengths.
     *
     * @param matrix the matrix
     * @return the sum of the lengths of its rows
     */
    public static int size(double[][] matrix) {
        return start(matrix, matrix.length);
    }

    /**
     * The number of elements in front of a row.
     *
     * @param matrix the matrix
     * @param row the row's index, or the number of rows
     * @return the sum of the lengths of the rows before
     */
    public static int start(double[][] matrix, int row) {
        int start = 0;
        for (int i = 0; i < row; i++) {
            start += matrix[i].length;
        }
        return start;
    }

    /**
     * Copies a vector to its place.
     *
     * @param from the vector
     * @param results the target
     * @param offset where it begins in the target
     */
    public static void pack(double[] from, double[] results, int offset) {
        System.arraycopy(from, 0, results, offset, from.length);
    }

    /**
     * Copies a matrix to its place.
     *
     * @param from the matrix
     * @param results the target
     * @param offset where it begins in the target
     */
    public static void pack(double[][] from, double[] results, int offset) {
        int start = offset;
        for (double[] row : from) {
            pack(row, results, start);
            start += row.length;
        }
    }

    /**
     * Exchanges the elements of a vector with those at its place.
     *
     * @param array the vector
     * @param results where the others stand
     * @param offset where they begin
     */
    public static void exchange(double[] array, double[] results, int offset) {
        for (int i = 0; i < array.length; i++) {
            double other = results[offset + i];
            results[offset + i] = array[i];
            array[i] = other;
        }
    }

    /**
     * Exchanges the elements of a matrix with those at its place.
     *
     * @param array the matrix
     * @param results where the others stand
     * @param offset where they begin
     */
    public static void exchange(double[][] array, double[] results, int offset) {
        int start = offset;
        for (double[] row : array) {
            exchange(row, results, start);
            start += row.length;
        }
    }

    /**
     * Fills a vector from its place.
     *
     * @param results where the elements stand
     * @param offset where they begin
     * @param into the vector
     */
    public static void unpack(double[] results, int offset, double[] into) {
        System.arraycopy(results, offset, into, 0, into.length);
    }

    /**
     * Fills a matrix from its place.
     *
     * @param results where the elements stand
     * @param offset where they begin
     * @param into the matrix
     */
    public static void unpack(double[] results, int offset, double[][] into) {
        int start = offset;
        for (double[] row : into) {
            unpack(results, start, row);
            start += row.length;
        }
    }
}
