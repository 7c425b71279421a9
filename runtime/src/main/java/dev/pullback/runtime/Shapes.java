package dev.pullback.runtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shape checks, element-wise updates and flat packing, as generated code needs them.
 *
 * <p>A shape is written {@code [3]} for a vector and {@code [2][3]} for a matrix; the rows of a matrix may differ in
 * length. What is said of matrices holds for {@code Object[]} of every number of dimensions: the elements are vectors, or
 * such arrays again. A flat vector holds them row by row. Stateless and thread-safe; nothing is allocated unless a method
 * says so.
 */
public final class Shapes {

    private Shapes() {}

    // ---- checks ----

    /**
     * Requires that a bar (or dot) has the length of its primal argument.
     *
     * @param primal the primal argument
     * @param bar the array to check
     * @param name the name of {@code bar}, for messages
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void requireSame(double @Nullable [] primal, double @Nullable [] bar, String name) {
        if (primal == null) {
            throw missingPrimal(name);
        }
        if (bar == null) {
            throw missing(name);
        }
        if (primal.length != bar.length) {
            throw different(name, "[" + bar.length + "]", "[" + primal.length + "]");
        }
    }

    /**
     * Requires that a bar (or dot) has the length of its primal argument.
     *
     * @param primal the primal argument
     * @param bar the array to check
     * @param name the name of {@code bar}, for messages
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void requireSame(float @Nullable [] primal, float @Nullable [] bar, String name) {
        if (primal == null) {
            throw missingPrimal(name);
        }
        if (bar == null) {
            throw missing(name);
        }
        if (primal.length != bar.length) {
            throw different(name, "[" + bar.length + "]", "[" + primal.length + "]");
        }
    }

    /**
     * Requires that a bar (or dot) has the shape of its primal argument, row by row.
     *
     * @param primal the primal argument
     * @param bar the matrix to check
     * @param name the name of {@code bar}, for messages
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the shapes differ or a row is null
     */
    public static void requireSame(Object @Nullable [] primal, Object @Nullable [] bar, String name) {
        if (primal == null) {
            throw missingPrimal(name);
        }
        if (bar == null) {
            throw missing(name);
        }
        if (!Rows.haveSameShape(primal, bar)) {
            throw Rows.difference(primal, bar, name);
        }
    }

    /**
     * Requires that a bar has the length of its primal argument, and is another array: it is written to.
     *
     * @param primal the primal argument
     * @param bar the array to check
     * @param name the name of {@code bar}, for messages
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the lengths differ or they are the same array
     */
    public static void requireBar(double @Nullable [] primal, double @Nullable [] bar, String name) {
        requireSame(primal, bar, name);
        requireOther(primal, bar, name);
    }

    /**
     * Requires that a bar has the length of its primal argument, and is another array: it is written to.
     *
     * @param primal the primal argument
     * @param bar the array to check
     * @param name the name of {@code bar}, for messages
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the lengths differ or they are the same array
     */
    public static void requireBar(float @Nullable [] primal, float @Nullable [] bar, String name) {
        requireSame(primal, bar, name);
        requireOther(primal, bar, name);
    }

    /**
     * Requires that a bar has the shape of its primal argument, row by row, and no row of it: it is written to.
     *
     * @param primal the primal argument
     * @param bar the matrix to check
     * @param name the name of {@code bar}, for messages
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the shapes differ, a row is null, or a row is the same array in the same place
     */
    public static void requireBar(Object @Nullable [] primal, Object @Nullable [] bar, String name) {
        requireSame(primal, bar, name);
        requireOther(primal, bar, name);
        for (int i = 0; i < Objects.requireNonNull(primal).length; i++) {
            requireOther(primal[i], Objects.requireNonNull(bar)[i], name);
        }
    }

    private static void requireOther(@Nullable Object primal, @Nullable Object bar, String name) {
        if (primal != null && bar != null && SharedMemory.isSame(primal, bar)) {
            throw new IllegalArgumentException(
                    name + " is its primal argument itself, but it is written to: pass another array");
        }
    }

    /**
     * Requires a vector of a known length, for example {@code scalarBars} or the point of an {@link Objective}.
     *
     * @param array the array to check
     * @param expected the length that it must have
     * @param name the array's name, for messages
     * @throws NullPointerException if the array is null
     * @throws IllegalArgumentException if the length is another one
     */
    public static void requireLength(double @Nullable [] array, int expected, String name) {
        if (array == null) {
            throw missing(name);
        }
        if (array.length != expected) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", expected " + expected);
        }
    }

    /**
     * Requires a matrix of a known shape, for example a Hessian.
     *
     * @param matrix the matrix to check
     * @param rows the number of rows that it must have
     * @param columns the length that each row must have
     * @param name the matrix's name, for messages
     * @throws NullPointerException if the matrix is null
     * @throws IllegalArgumentException if the shape is another one or a row is null
     */
    public static void requireShape(double @Nullable [][] matrix, int rows, int columns, String name) {
        if (matrix == null) {
            throw missing(name);
        }
        if (matrix.length != rows) {
            throw new IllegalArgumentException(name + " has " + matrix.length + " rows, expected " + rows);
        }
        for (int i = 0; i < rows; i++) {
            requireLength(matrix[i], columns, name + "[" + i + "]");
        }
    }

    /**
     * Requires that no row of a matrix is null.
     *
     * @param matrix the matrix to check
     * @param name the matrix's name, for messages
     * @throws NullPointerException if the matrix is null
     * @throws IllegalArgumentException if a row is null
     */
    public static void requireRows(Object @Nullable [] matrix, String name) {
        if (matrix == null) {
            throw missing(name);
        }
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i] == null) {
                throw nullRow(name, i);
            }
            if (matrix[i] instanceof Object[] rows && Rows.hasNull(rows)) {
                requireRows(rows, name + "[" + i + "]");
            }
        }
    }

    /**
     * Checks the adjoint of a vector-valued method's result.
     *
     * @param result the result, or an array of its shape
     * @param resultBar its adjoint
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the adjoint has another length
     */
    public static void requireResultShape(double[] result, double @Nullable [] resultBar) {
        requireSame(result, resultBar, "resultBar");
    }

    /**
     * Checks the adjoint of a vector-valued method's result.
     *
     * @param result the result, or an array of its shape
     * @param resultBar its adjoint
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the adjoint has another length
     */
    public static void requireResultShape(float[] result, float @Nullable [] resultBar) {
        requireSame(result, resultBar, "resultBar");
    }

    /**
     * Checks the adjoint of a matrix-valued method's result.
     *
     * @param result the result, or a matrix of its shape
     * @param resultBar its adjoint
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the adjoint has another shape
     */
    public static void requireResultShape(Object[] result, Object @Nullable [] resultBar) {
        requireSame(result, resultBar, "resultBar");
    }

    // ---- element-wise ----

    /**
     * Allocates zeros of the length of a vector.
     *
     * @param shape the vector whose length to take
     * @return fresh zeros
     */
    public static double[] zerosLike(double[] shape) {
        return new double[shape.length];
    }

    /**
     * Allocates a zero matrix of the shape of another one.
     *
     * @param <R> the type of a row
     * @param shape the matrix whose shape to take; rows may differ in length
     * @return a fresh matrix of zeros
     * @throws IllegalArgumentException if a row is null
     */
    public static <R> R[] zerosLike(R[] shape) {
        requireRows(shape, "shape");
        R[] zeros = shape.clone();
        for (int i = 0; i < shape.length; i++) {
            zeros[i] = Rows.zerosLike(shape[i]);
        }
        return zeros;
    }

    /**
     * Allocates zeros of the length of a vector.
     *
     * @param shape the vector whose length to take
     * @return fresh zeros
     */
    public static float[] zerosLike(float[] shape) {
        return new float[shape.length];
    }

    /**
     * Adds one vector to another: {@code into[i] += from[i]}.
     *
     * @param from the summand
     * @param into the sum, of the same length
     * @throws IllegalArgumentException if the lengths differ; nothing is added then
     */
    public static void add(double[] from, double[] into) {
        requireSame(from, into, "into");
        for (int i = 0; i < into.length; i++) {
            into[i] += from[i];
        }
    }

    /**
     * Adds one vector to another: {@code into[i] += from[i]}.
     *
     * @param from the summand
     * @param into the sum, of the same length
     * @throws IllegalArgumentException if the lengths differ; nothing is added then
     */
    public static void add(float[] from, float[] into) {
        requireSame(from, into, "into");
        for (int i = 0; i < into.length; i++) {
            into[i] += from[i];
        }
    }

    /**
     * Adds one matrix to another: {@code into[i][j] += from[i][j]}.
     *
     * @param from the summand
     * @param into the sum, of the same shape
     * @throws IllegalArgumentException if the shapes differ; nothing is added then
     */
    public static void add(Object[] from, Object[] into) {
        requireSame(from, into, "into");
        for (int i = 0; i < into.length; i++) {
            Rows.add(from[i], into[i]);
        }
    }

    /**
     * Copies a vector into another of the same length.
     *
     * @param from the source
     * @param into the target
     * @throws IllegalArgumentException if the lengths differ; nothing is copied then
     */
    public static void copy(double[] from, double[] into) {
        requireSame(from, into, "into");
        System.arraycopy(from, 0, into, 0, into.length);
    }

    /**
     * Copies a vector into another of the same length.
     *
     * @param from the source
     * @param into the target
     * @throws IllegalArgumentException if the lengths differ; nothing is copied then
     */
    public static void copy(float[] from, float[] into) {
        requireSame(from, into, "into");
        System.arraycopy(from, 0, into, 0, into.length);
    }

    /**
     * Copies the elements of a matrix into another of the same shape; the rows stay distinct arrays.
     *
     * @param from the source
     * @param into the target
     * @throws IllegalArgumentException if the shapes differ; nothing is copied then
     */
    public static void copy(Object[] from, Object[] into) {
        requireSame(from, into, "into");
        for (int i = 0; i < into.length; i++) {
            Rows.copy(from[i], into[i]);
        }
    }

    /**
     * Copies a vector.
     *
     * @param vector the vector
     * @return a new vector
     */
    public static double[] copyOf(double[] vector) {
        return vector.clone();
    }

    /**
     * Copies a vector.
     *
     * @param vector the vector
     * @return a new vector
     */
    public static float[] copyOf(float[] vector) {
        return vector.clone();
    }

    /**
     * Copies a matrix, row by row, of numbers or of truth values.
     *
     * @param <R> the type of a row
     * @param matrix the matrix
     * @return a new matrix with new rows
     */
    public static <R> R[] copyOf(R[] matrix) {
        R[] result = matrix.clone();
        for (int i = 0; i < matrix.length; i++) {
            result[i] = Rows.copyOf(matrix[i]);
        }
        return result;
    }

    /**
     * Sets every element of a vector.
     *
     * @param array the vector
     * @param value the value of every element
     */
    public static void fill(double[] array, double value) {
        Arrays.fill(array, value);
    }

    /**
     * Sets every element of a matrix.
     *
     * @param matrix the matrix
     * @param value the value of every element
     */
    public static void fill(Object[] matrix, double value) {
        for (Object row : matrix) {
            Rows.fill(row, value);
        }
    }

    // ---- flat packing ----

    /**
     * Counts the elements of a matrix.
     *
     * @param matrix the matrix; rows may differ in length
     * @return the sum of the row lengths
     * @throws ArithmeticException if there are more than {@link Integer#MAX_VALUE}
     */
    public static int size(Object[] matrix) {
        int size = 0;
        for (Object row : matrix) {
            size = Math.addExact(size, row instanceof Object[] rows ? size(rows) : Rows.length(row));
        }
        return size;
    }

    /**
     * Reads a vector from a flat one: {@code into[i] = flat[offset + i]}.
     *
     * @param flat the flat vector
     * @param offset where to start in it
     * @param into the vector to fill
     * @return the offset behind the last element read
     * @throws IndexOutOfBoundsException if the flat vector is too short
     */
    public static int unpack(double[] flat, int offset, double[] into) {
        System.arraycopy(flat, offset, into, 0, into.length);
        return offset + into.length;
    }

    /**
     * Reads a vector from a flat one, rounding: {@code into[i] = (float) flat[offset + i]}.
     *
     * @param flat the flat vector
     * @param offset where to start in it
     * @param into the vector to fill
     * @return the offset behind the last element read
     * @throws IndexOutOfBoundsException if the flat vector is too short
     */
    public static int unpack(double[] flat, int offset, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) flat[offset + i];
        }
        return offset + into.length;
    }

    /**
     * Reads a matrix from a flat vector, row by row.
     *
     * @param flat the flat vector
     * @param offset where to start in it
     * @param into the matrix to fill
     * @return the offset behind the last element read
     * @throws IndexOutOfBoundsException if the flat vector is too short
     */
    public static int unpack(double[] flat, int offset, Object[] into) {
        int next = offset;
        for (Object row : into) {
            next = Rows.unpack(flat, next, row);
        }
        return next;
    }

    /**
     * Writes a vector into a flat one: {@code flat[offset + i] = from[i]}.
     *
     * @param from the vector to write
     * @param flat the flat vector
     * @param offset where to start in it
     * @return the offset behind the last element written
     * @throws IndexOutOfBoundsException if the flat vector is too short
     */
    public static int pack(double[] from, double[] flat, int offset) {
        System.arraycopy(from, 0, flat, offset, from.length);
        return offset + from.length;
    }

    /**
     * Writes a vector into a flat one: {@code flat[offset + i] = from[i]}.
     *
     * @param from the vector to write
     * @param flat the flat vector
     * @param offset where to start in it
     * @return the offset behind the last element written
     * @throws IndexOutOfBoundsException if the flat vector is too short
     */
    public static int pack(float[] from, double[] flat, int offset) {
        for (int i = 0; i < from.length; i++) {
            flat[offset + i] = from[i];
        }
        return offset + from.length;
    }

    /**
     * Writes a matrix into a flat vector, row by row.
     *
     * @param from the matrix to write
     * @param flat the flat vector
     * @param offset where to start in it
     * @return the offset behind the last element written
     * @throws IndexOutOfBoundsException if the flat vector is too short
     */
    public static int pack(Object[] from, double[] flat, int offset) {
        int next = offset;
        for (Object row : from) {
            next = Rows.pack(row, flat, next);
        }
        return next;
    }

    // ---- messages ----

    private static NullPointerException missing(String name) {
        return new NullPointerException(name + " is null");
    }

    private static NullPointerException missingPrimal(String name) {
        return new NullPointerException("the primal argument of " + name + " is null");
    }

    static IllegalArgumentException nullRow(String name, int row) {
        return new IllegalArgumentException(name + ": row " + row + " is null");
    }

    static IllegalArgumentException different(String name, String actual, String expected) {
        return new IllegalArgumentException(
                name + " has shape " + actual + ", its primal argument has shape " + expected);
    }
}
