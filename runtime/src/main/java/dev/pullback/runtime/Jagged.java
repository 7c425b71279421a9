package dev.pullback.runtime;

/** Matrices of zeros whose rows have lengths of their own, and arrays of matrices of different sizes, for generated code. Stateless and thread-safe. */
public final class Jagged {

    private Jagged() {}

    /**
     * A matrix of {@code double}.
     *
     * @param lengths the length of each row
     * @return a new matrix with new rows
     * @throws NegativeArraySizeException if a length is negative
     */
    public static double[][] zeros(int[] lengths) {
        double[][] matrix = new double[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            matrix[i] = new double[lengths[i]];
        }
        return matrix;
    }

    /**
     * Matrices of {@code double} of different sizes.
     *
     * @param rows the number of rows of each matrix
     * @param columns the length of the rows of each matrix
     * @return a new array with new matrices
     * @throws NegativeArraySizeException if a size is negative
     */
    public static double[][][] zeros(int[] rows, int[] columns) {
        double[][][] array = new double[rows.length][][];
        for (int i = 0; i < rows.length; i++) {
            array[i] = new double[rows[i]][columns[i]];
        }
        return array;
    }

    /**
     * A matrix of {@code float}.
     *
     * @param lengths the length of each row
     * @return a new matrix with new rows
     * @throws NegativeArraySizeException if a length is negative
     */
    public static float[][] floatZeros(int[] lengths) {
        float[][] matrix = new float[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            matrix[i] = new float[lengths[i]];
        }
        return matrix;
    }

    /**
     * A matrix of {@code int}.
     *
     * @param lengths the length of each row
     * @return a new matrix with new rows
     * @throws NegativeArraySizeException if a length is negative
     */
    public static int[][] intZeros(int[] lengths) {
        int[][] matrix = new int[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            matrix[i] = new int[lengths[i]];
        }
        return matrix;
    }
}
