package dev.pullback.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One matrix slot of a {@link Workspace}.
 *
 * <p>Keeps its rows in a list of its own besides the matrix handed out: a primal may replace or exchange rows of its
 * matrix, and filling such a row on the next call would destroy somebody else's data.
 *
 * @param <R> the type of a row
 */
abstract class MatrixSlot<R> {

    private R[] matrix;
    private @Nullable R[] ownRows;

    private MatrixSlot(R[] none) {
        this.matrix = none;
        this.ownRows = none;
    }

    abstract R newRow(int columns);

    abstract int length(R row);

    abstract void clear(R row);

    /** Like {@code new double[rows][columns]}, reusing every row that has the right length. */
    final R[] zeros(int rows, int columns) {
        if (columns < 0) {
            throw new NegativeArraySizeException(Integer.toString(columns));
        }
        resize(rows);
        for (int i = 0; i < rows; i++) {
            zeroRow(i, columns);
        }
        return matrix;
    }

    /** Zeros in rows of these lengths, reusing every row that has the right one. */
    final R[] zeros(int rows, int[] lengths) {
        resize(rows);
        for (int i = 0; i < rows; i++) {
            zeroRow(i, lengths[i]);
        }
        return matrix;
    }

    /** A matrix of this shape with unspecified content, reusing every row that has the right length. */
    final R[] scratch(int rows, int columns) {
        resize(rows);
        for (int i = 0; i < rows; i++) {
            R row = ownRows[i];
            if (row == null || length(row) != columns) {
                row = newRow(columns);
                ownRows[i] = row;
            }
            matrix[i] = row;
        }
        return matrix;
    }

    /** Zeros of the shape of another matrix, whose rows may differ in length. */
    final R[] zerosLike(R[] shape) {
        Shapes.requireRows(shape, "shape");
        resize(shape.length);
        for (int i = 0; i < shape.length; i++) {
            zeroRow(i, length(shape[i]));
        }
        return matrix;
    }

    private void resize(int rows) {
        if (matrix.length == rows) {
            return;
        }
        matrix = Arrays.copyOf(matrix, rows);
        if (ownRows.length < rows) {
            ownRows = Arrays.copyOf(ownRows, rows);
        }
    }

    private void zeroRow(int i, int columns) {
        R row = ownRows[i];
        if (row == null || length(row) != columns) {
            row = newRow(columns);
            ownRows[i] = row;
        } else {
            clear(row);
        }
        matrix[i] = row;
    }

    /** A matrix of {@code double}. */
    static final class Doubles extends MatrixSlot<double[]> {
        Doubles() {
            super(new double[0][]);
        }

        @Override
        double[] newRow(int columns) {
            return new double[columns];
        }

        @Override
        int length(double[] row) {
            return row.length;
        }

        @Override
        void clear(double[] row) {
            Arrays.fill(row, 0.0);
        }
    }

    /** A matrix of {@code float}. */
    static final class Floats extends MatrixSlot<float[]> {
        Floats() {
            super(new float[0][]);
        }

        @Override
        float[] newRow(int columns) {
            return new float[columns];
        }

        @Override
        int length(float[] row) {
            return row.length;
        }

        @Override
        void clear(float[] row) {
            Arrays.fill(row, 0f);
        }
    }

    /** A matrix of {@code int}. */
    static final class Ints extends MatrixSlot<int[]> {
        Ints() {
            super(new int[0][]);
        }

        @Override
        int[] newRow(int columns) {
            return new int[columns];
        }

        @Override
        int length(int[] row) {
            return row.length;
        }

        @Override
        void clear(int[] row) {
            Arrays.fill(row, 0);
        }
    }
}
