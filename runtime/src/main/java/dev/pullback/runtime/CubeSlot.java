package dev.pullback.runtime;

import java.util.Arrays;

/** One slot of a {@link Workspace} for arrays of matrices; see {@link MatrixSlot} for why it remembers what it handed out. */
final class CubeSlot {

    private double[][][] cube = {};
    private MatrixSlot.Doubles[] pages = {};

    /** Like {@code new double[pages][rows][columns]}, reusing what has the right length. */
    double[][][] zeros(int count, int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new NegativeArraySizeException(Integer.toString(Math.min(rows, columns)));
        }
        resize(count);
        for (int i = 0; i < count; i++) {
            cube[i] = pages[i].zeros(rows, columns);
        }
        return cube;
    }

    /** Zeros in matrices of these sizes. */
    double[][][] zeros(int count, int[] rows, int[] columns) {
        resize(count);
        for (int i = 0; i < count; i++) {
            cube[i] = pages[i].zeros(rows[i], columns[i]);
        }
        return cube;
    }

    /** An array of this shape with unspecified content, reusing what has the right length. */
    double[][][] scratch(int count, int rows, int columns) {
        resize(count);
        for (int i = 0; i < count; i++) {
            cube[i] = pages[i].scratch(rows, columns);
        }
        return cube;
    }

    /** Zeros of the shape of another array. */
    double[][][] zerosLike(double[][][] shape) {
        Shapes.requireRows(shape, "shape");
        resize(shape.length);
        for (int i = 0; i < shape.length; i++) {
            cube[i] = pages[i].zerosLike(shape[i]);
        }
        return cube;
    }

    private void resize(int count) {
        if (cube.length != count) {
            cube = Arrays.copyOf(cube, count);
        }
        int known = pages.length;
        if (known < count) {
            pages = Arrays.copyOf(pages, count);
            for (int i = known; i < count; i++) {
                pages[i] = new MatrixSlot.Doubles();
            }
        }
    }
}
