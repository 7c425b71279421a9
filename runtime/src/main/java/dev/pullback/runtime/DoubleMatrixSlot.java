package dev.pullback.runtime;

import java.util.Arrays;

/**
 * One matrix slot of a {@link Workspace}.
 *
 * <p>Keeps its rows in a list of its own besides the matrix handed out: a primal may replace or exchange rows of its
 * matrix, and filling such a row on the next call would destroy somebody else's data.
 */
final class DoubleMatrixSlot {

    private static final double[] NO_ROW = {};

    private double[][] matrix = {};
    private double[][] ownRows = {};

    /** Like {@code new double[rows][columns]}, reusing every row that has the right length. */
    double[][] zeros(int rows, int columns) {
        if (columns < 0) {
            throw new NegativeArraySizeException(Integer.toString(columns));
        }
        resize(rows);
        for (int i = 0; i < rows; i++) {
            zeroRow(i, columns);
        }
        return matrix;
    }

    /** A matrix of this shape with unspecified content, reusing every row that has the right length. */
    double[][] scratch(int rows, int columns) {
        resize(rows);
        for (int i = 0; i < rows; i++) {
            double[] row = ownRows[i];
            if (row == NO_ROW || row.length != columns) {
                row = new double[columns];
                ownRows[i] = row;
            }
            matrix[i] = row;
        }
        return matrix;
    }

    /** Zeros of the shape of another matrix, whose rows may differ in length. */
    double[][] zerosLike(double[][] shape) {
        Shapes.requireRows(shape, "shape");
        resize(shape.length);
        for (int i = 0; i < shape.length; i++) {
            zeroRow(i, shape[i].length);
        }
        return matrix;
    }

    private void resize(int rows) {
        if (matrix.length == rows) {
            return;
        }
        matrix = new double[rows][];
        if (ownRows.length < rows) {
            int known = ownRows.length;
            ownRows = Arrays.copyOf(ownRows, rows);
            Arrays.fill(ownRows, known, rows, NO_ROW);
        }
    }

    private void zeroRow(int i, int columns) {
        double[] row = ownRows[i];
        if (row == NO_ROW || row.length != columns) {
            row = new double[columns];
            ownRows[i] = row;
        } else {
            Arrays.fill(row, 0.0);
        }
        matrix[i] = row;
    }
}
