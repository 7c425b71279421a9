package dev.pullback.runtime;

import java.util.Arrays;

/**
 * One matrix slot of a {@link Workspace}.
 *
 * <p>Keeps its rows in a list of its own besides the matrix handed out: a primal may replace or exchange rows of its
 * matrix, and filling such a row on the next call would destroy somebody else's data.
 */
final class IntMatrixSlot {

    private static final int[] NO_ROW = {};

    private int[][] matrix = {};
    private int[][] ownRows = {};

    /** Like {@code new int[rows][columns]}, reusing every row that has the right length. */
    int[][] zeros(int rows, int columns) {
        if (columns < 0) {
            throw new NegativeArraySizeException(Integer.toString(columns));
        }
        resize(rows);
        for (int i = 0; i < rows; i++) {
            zeroRow(i, columns);
        }
        return matrix;
    }

    private void resize(int rows) {
        if (matrix.length == rows) {
            return;
        }
        matrix = new int[rows][];
        if (ownRows.length < rows) {
            int known = ownRows.length;
            ownRows = Arrays.copyOf(ownRows, rows);
            Arrays.fill(ownRows, known, rows, NO_ROW);
        }
    }

    private void zeroRow(int i, int columns) {
        int[] row = ownRows[i];
        if (row == NO_ROW || row.length != columns) {
            row = new int[columns];
            ownRows[i] = row;
        } else {
            Arrays.fill(row, 0);
        }
        matrix[i] = row;
    }
}
