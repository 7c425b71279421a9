package dev.pullback.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What generated Jacobians need at run time: which way is cheaper, and columns. Stateless and thread-safe; nothing is
 * allocated.
 */
public final class Jacobians {

    private Jacobians() {}

    /**
     * Whether to compute a Jacobian by columns, with one pushforward for some of them, or row by row, with one pullback each. A
     * pullback takes about as long as a pushforward in three directions, of which the primal is one half.
     *
     * @param rows the number of results
     * @param columns the number of independents
     * @param width how many columns a pushforward gives
     * @return whether columns are cheaper
     */
    public static boolean isCheaperByColumns(int rows, int columns, int width) {
        long sweeps = (columns + width - 1L) / width;
        return sweeps * (3 + width) <= 6L * rows;
    }

    /**
     * Sets one element of each row, the k-th one in column {@code first + k}: unit vectors, or zeros again.
     *
     * @param units one row per unit vector
     * @param first the column of the first one; those behind the last column have no one
     * @param value what the elements get
     */
    public static void setUnits(double[][] units, int first, double value) {
        int count = Math.min(units.length, units[0].length - first);
        for (int k = 0; k < count; k++) {
            units[k][first + k] = value;
        }
    }

    /**
     * Stores consecutive columns.
     *
     * @param columns one row per column, with one entry per row of the matrix
     * @param jacobian the matrix, with at least so many rows
     * @param first the index of the first column; those behind the last one are left out
     */
    public static void setColumns(double[][] columns, double[][] jacobian, int first) {
        int rows = columns[0].length;
        for (int i = 0; i < rows; i++) {
            double[] row = jacobian[i];
            int count = Math.min(columns.length, row.length - first);
            for (int k = 0; k < count; k++) {
                row[first + k] = columns[k][i];
            }
        }
    }

    /**
     * Checks the directions that tangents are asked for in.
     *
     * @param directions one row per direction
     * @param size the number of entries of each row
     * @throws IllegalArgumentException if it is null, or a row is null or has another length
     */
    public static void requireDirections(double @Nullable [][] directions, int size) {
        if (directions == null) {
            throw new IllegalArgumentException("directions is null");
        }
        Shapes.requireShape(directions, directions.length, size, "directions");
    }

    /**
     * Checks that there is a row of tangents for each direction, and that writing to it changes no direction.
     *
     * @param tangents one row per direction; the lengths of rows are not looked at
     * @param directions the directions
     * @throws IllegalArgumentException if there are more or fewer rows, or one is null or a direction
     */
    public static void requireTangents(double @Nullable [][] tangents, double[][] directions) {
        if (tangents == null) {
            throw new IllegalArgumentException("tangents is null");
        }
        Shapes.requireRows(tangents, "tangents");
        if (tangents.length != directions.length) {
            throw new IllegalArgumentException(
                    "tangents has " + tangents.length + " rows, expected " + directions.length);
        }
        for (double[] tangent : tangents) {
            requireOther(tangent, directions, "directions");
        }
    }

    /**
     * Checks that an array is no row of a matrix.
     *
     * @param array the array
     * @param rows the matrix
     * @param name the matrix's name, for messages
     * @throws IllegalArgumentException if it is one
     */
    public static void requireOther(double[] array, double[][] rows, String name) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == array) {
                throw new IllegalArgumentException(name + "[" + i + "] is also an argument that is written to or read");
            }
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
