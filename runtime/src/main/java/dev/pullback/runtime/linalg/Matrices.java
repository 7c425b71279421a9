package dev.pullback.runtime.linalg;

import java.util.Objects;

/** Checks of arguments, and the products that the formulas are made of. */
final class Matrices {
    private Matrices() {}

    /** The number of columns of a matrix with at least one row, all of one length. */
    static int columns(double[][] matrix, String name) {
        Objects.requireNonNull(matrix, () -> name + " is null");
        if (matrix.length == 0) {
            throw new IllegalArgumentException(name + " has no rows");
        }
        for (int i = 0; i < matrix.length; i++) {
            int row = i;
            Objects.requireNonNull(matrix[i], () -> name + "[" + row + "] is null");
            if (matrix[i].length != matrix[0].length) {
                throw new IllegalArgumentException(name + "[" + i + "] has length " + matrix[i].length + ", " + name
                        + "[0] has " + matrix[0].length);
            }
        }
        return matrix[0].length;
    }

    /** The order of a square matrix. */
    static int order(double[][] matrix, String name) {
        int columns = columns(matrix, name);
        if (columns != matrix.length) {
            throw new IllegalArgumentException(name + " must be square, is " + matrix.length + " by " + columns);
        }
        return columns;
    }

    /** Requires a vector of the given length. */
    static void requireLength(double[] vector, int length, String name) {
        Objects.requireNonNull(vector, () -> name + " is null");
        if (vector.length != length) {
            throw new IllegalArgumentException(name + " must have length " + length + ", has " + vector.length);
        }
    }

    static double[][] copy(double[][] a) {
        double[][] result = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i].clone();
        }
        return result;
    }

    static double[][] transpose(double[][] a) {
        double[][] result = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    /** {@code (A + A^T) / 2}. */
    static double[][] symmetricPart(double[][] a) {
        double[][] result = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                result[i][j] = 0.5 * a[i][j] + 0.5 * a[j][i];
            }
        }
        return result;
    }

    /** {@code A B}. */
    static double[][] product(double[][] a, double[][] b) {
        double[][] result = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                for (int j = 0; j < b[0].length; j++) {
                    result[i][j] += factor * b[k][j];
                }
            }
        }
        return result;
    }

    /** {@code A x}. */
    static double[] product(double[][] a, double[] x) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                result[i] += a[i][j] * x[j];
            }
        }
        return result;
    }

    /** {@code into += factor * A}. */
    static void add(double factor, double[][] a, double[][] into) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                into[i][j] += factor * a[i][j];
            }
        }
    }

    /** {@code into += factor * u v^T}. */
    static void addOuter(double factor, double[] u, double[] v, double[][] into) {
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                into[i][j] += factor * u[i] * v[j];
            }
        }
    }

    /** {@code into += factor * x}. */
    static void add(double factor, double[] x, double[] into) {
        for (int i = 0; i < x.length; i++) {
            into[i] += factor * x[i];
        }
    }

    static double dot(double[] u, double[] v) {
        double sum = 0.0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    /** The sum of the products of all elements. */
    static double dot(double[][] a, double[][] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += dot(a[i], b[i]);
        }
        return sum;
    }
}
