package dev.pullback.runtime;

/**
 * What generated Jacobians need at run time: which way is cheaper, and columns. Stateless and thread-safe; nothing is
 * allocated.
 */
public final class Jacobians {

    private Jacobians() {}

    /**
     * Whether to compute a Jacobian column by column, with one pushforward each, or row by row, with one pullback each. A
     * pullback takes about one and a half times as long as a pushforward.
     *
     * @param rows the number of results
     * @param columns the number of independents
     * @return whether columns are cheaper
     */
    public static boolean isCheaperByColumns(int rows, int columns) {
        return 2L * columns <= 3L * rows;
    }

    /**
     * Stores a column.
     *
     * @param column one entry per row
     * @param jacobian the matrix, with at least so many rows
     * @param index which column
     */
    public static void setColumn(double[] column, double[][] jacobian, int index) {
        for (int i = 0; i < column.length; i++) {
            jacobian[i][index] = column[i];
        }
    }

    /**
     * The number of rows of a matrix that is stored row after row.
     *
     * @param jacobian the elements
     * @param columns the length of a row
     * @param name the array's name, for messages
     * @return the number of rows, 0 if the rows are empty
     * @throws IllegalArgumentException if the last row would not be full
     */
    public static int rows(double[] jacobian, int columns, String name) {
        int rows = columns == 0 ? 0 : jacobian.length / columns;
        if (rows * columns != jacobian.length) {
            throw new IllegalArgumentException(
                    name + " has length " + jacobian.length + ", which is no multiple of " + columns + " columns");
        }
        return rows;
    }
}
