package dev.pullback.runtime;

/**
 * Exchanges the contents of arrays that a method overwrites with those in one vector, which holds them one after the other, matrices
 * row by row. Generated code calls methods of other classes that way. Thread-safe as far as the arrays are.
 */
public final class Outputs {

    private Outputs() {}

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
     * The number of elements in front of a page.
     *
     * @param pages the matrices
     * @param page the index of one, or their number
     * @return the sum of the sizes of the matrices before
     */
    public static int start(double[][][] pages, int page) {
        int start = 0;
        for (int i = 0; i < page; i++) {
            start += start(pages[i], pages[i].length);
        }
        return start;
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
     * Exchanges the elements of matrices with those at their place.
     *
     * @param array the matrices
     * @param results where the others stand
     * @param offset where they begin
     */
    public static void exchange(double[][][] array, double[] results, int offset) {
        for (int i = 0; i < array.length; i++) {
            exchange(array[i], results, offset + start(array, i));
        }
    }
}
