package dev.pullback.runtime;

import dev.pullback.runtime.checkpoint.CheckpointReport;
import dev.pullback.runtime.checkpoint.Checkpoints;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that generated code reuses from call to call, so that it allocates nothing in the steady state.
 *
 * <p>Generated code numbers its arrays with small non-negative slots. Every element type has two numberings of its own,
 * which never collide: the <em>zeros</em> methods (adjoints and local arrays: exact length, zero-filled) and the tapes
 * ({@code doubles}, {@code floats}, {@code ints}, {@code longs}, {@code booleans} and {@code grow}: at least so long, content
 * unspecified). Arrays of different numbers of dimensions are numbered apart, and child workspaces apart from all of them.
 *
 * <p>An array stays valid until the same method is called again with the same slot. It belongs to the workspace: code
 * that hands a result to its caller must copy it. Rows of a matrix may be replaced or exchanged by the primal; the
 * workspace remembers its own rows and puts them back on the next call.
 *
 * <p><b>Threads.</b> Confined to one thread at a time; not synchronized. Two calls that are active at the same time
 * (a caller and its callee) need different workspaces: see {@link #child(int)}.
 */
public final class Workspace {

    private static final double[][] NO_DOUBLES = {};
    private static final float[][] NO_FLOATS = {};
    private static final int[][] NO_INTS = {};
    private static final long[][] NO_LONGS = {};
    private static final boolean[][] NO_BOOLEANS = {};

    private double[] @Nullable [] doubleZeros = NO_DOUBLES;
    private float[] @Nullable [] floatZeros = NO_FLOATS;
    private int[] @Nullable [] intZeros = NO_INTS;
    private long[] @Nullable [] longZeros = NO_LONGS;
    private boolean[] @Nullable [] booleanZeros = NO_BOOLEANS;
    private final SlotTable<MatrixSlot.Doubles> doubleMatrices = new SlotTable<>(MatrixSlot.Doubles::new);
    private final SlotTable<MatrixSlot.Floats> floatMatrices = new SlotTable<>(MatrixSlot.Floats::new);
    private final SlotTable<MatrixSlot.Ints> intMatrices = new SlotTable<>(MatrixSlot.Ints::new);
    private final SlotTable<CubeSlot> cubes = new SlotTable<>(CubeSlot::new);
    private double[] @Nullable [] doubleTapes = NO_DOUBLES;
    private float[] @Nullable [] floatTapes = NO_FLOATS;
    private int[] @Nullable [] intTapes = NO_INTS;
    private long[] @Nullable [] longTapes = NO_LONGS;
    private boolean[] @Nullable [] booleanTapes = NO_BOOLEANS;
    private final SlotTable<Workspace> children = new SlotTable<>(Workspace::new);
    private final SlotTable<Checkpoints> checkpoints = new SlotTable<>(Checkpoints::new);

    /** Creates an empty workspace; arrays are allocated at their first use. */
    public Workspace() {}

    // ---- zeros: exact length, zero-filled ----

    /**
     * Returns a {@code double[]} of exactly this length, filled with {@code 0.0}, like {@code new double[length]}.
     *
     * @param slot the array's number, not negative; its own numbering
     * @param length the length
     * @return the slot's array, reused when its length is the same
     * @throws NegativeArraySizeException if the length is negative
     */
    public double[] zeros(int slot, int length) {
        if (slot >= doubleZeros.length) {
            doubleZeros = Arrays.copyOf(doubleZeros, SlotTable.length(slot));
        }
        double[] array = doubleZeros[slot];
        if (array == null || array.length != length) {
            array = new double[length];
            doubleZeros[slot] = array;
        } else {
            Arrays.fill(array, 0.0);
        }
        return array;
    }

    /**
     * Returns a {@code float[]} of exactly this length, filled with {@code 0.0f}, like {@code new float[length]}.
     *
     * @param slot the array's number, not negative; its own numbering
     * @param length the length
     * @return the slot's array, reused when its length is the same
     * @throws NegativeArraySizeException if the length is negative
     */
    public float[] floatZeros(int slot, int length) {
        if (slot >= floatZeros.length) {
            floatZeros = Arrays.copyOf(floatZeros, SlotTable.length(slot));
        }
        float[] array = floatZeros[slot];
        if (array == null || array.length != length) {
            array = new float[length];
            floatZeros[slot] = array;
        } else {
            Arrays.fill(array, 0f);
        }
        return array;
    }

    /**
     * Returns an {@code int[]} of exactly this length, filled with {@code 0}, like {@code new int[length]}.
     *
     * @param slot the array's number, not negative; its own numbering
     * @param length the length
     * @return the slot's array, reused when its length is the same
     * @throws NegativeArraySizeException if the length is negative
     */
    public int[] intZeros(int slot, int length) {
        if (slot >= intZeros.length) {
            intZeros = Arrays.copyOf(intZeros, SlotTable.length(slot));
        }
        int[] array = intZeros[slot];
        if (array == null || array.length != length) {
            array = new int[length];
            intZeros[slot] = array;
        } else {
            Arrays.fill(array, 0);
        }
        return array;
    }

    /**
     * Returns a {@code long[]} of exactly this length, filled with {@code 0L}, like {@code new long[length]}.
     *
     * @param slot the array's number, not negative; its own numbering
     * @param length the length
     * @return the slot's array, reused when its length is the same
     * @throws NegativeArraySizeException if the length is negative
     */
    public long[] longZeros(int slot, int length) {
        if (slot >= longZeros.length) {
            longZeros = Arrays.copyOf(longZeros, SlotTable.length(slot));
        }
        long[] array = longZeros[slot];
        if (array == null || array.length != length) {
            array = new long[length];
            longZeros[slot] = array;
        } else {
            Arrays.fill(array, 0L);
        }
        return array;
    }

    /**
     * Returns a {@code boolean[]} of exactly this length, filled with {@code false}, like {@code new boolean[length]}.
     *
     * @param slot the array's number, not negative; its own numbering
     * @param length the length
     * @return the slot's array, reused when its length is the same
     * @throws NegativeArraySizeException if the length is negative
     */
    public boolean[] booleanZeros(int slot, int length) {
        if (slot >= booleanZeros.length) {
            booleanZeros = Arrays.copyOf(booleanZeros, SlotTable.length(slot));
        }
        boolean[] array = booleanZeros[slot];
        if (array == null || array.length != length) {
            array = new boolean[length];
            booleanZeros[slot] = array;
        } else {
            Arrays.fill(array, false);
        }
        return array;
    }

    /**
     * Returns a {@code double[]} of exactly this length with unspecified content, for code that assigns every element before
     * it reads any.
     *
     * @param slot the array's number, shared with {@link #zeros(int, int)}
     * @param length the length
     * @return the slot's array, reused when its length is the same
     * @throws NegativeArraySizeException if the length is negative
     */
    public double[] scratch(int slot, int length) {
        if (slot >= doubleZeros.length) {
            doubleZeros = Arrays.copyOf(doubleZeros, SlotTable.length(slot));
        }
        double[] array = doubleZeros[slot];
        if (array == null || array.length != length) {
            array = new double[length];
            doubleZeros[slot] = array;
        }
        return array;
    }

    /**
     * Returns a matrix of exactly this shape with unspecified content, for code that assigns every element before it reads
     * any.
     *
     * @param slot the matrix's number, shared with {@link #zeros(int, int, int)}
     * @param rows the number of rows
     * @param columns the length of every row
     * @return the slot's matrix with the workspace's own rows, reused when the shape is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public double[][] scratch(int slot, int rows, int columns) {
        return doubleMatrices.get(slot).scratch(rows, columns);
    }

    /**
     * Returns a zero-filled vector as long as another one.
     *
     * @param slot the array's number, shared with {@link #zeros(int, int)}
     * @param shape the vector whose length to take; must not be this slot's own array
     * @return the slot's array, reused when its length is the same
     */
    public double[] zerosLike(int slot, double[] shape) {
        return zeros(slot, shape.length);
    }

    /**
     * Returns a zero-filled vector as long as another one.
     *
     * @param slot the array's number, shared with {@link #floatZeros(int, int)}
     * @param shape the vector whose length to take; must not be this slot's own array
     * @return the slot's array, reused when its length is the same
     */
    public float[] zerosLike(int slot, float[] shape) {
        return floatZeros(slot, shape.length);
    }

    /**
     * Returns a zero-filled matrix of exactly this shape, like {@code new double[rows][columns]}.
     *
     * @param slot the matrix's number, not negative; matrices have their own numbering
     * @param rows the number of rows
     * @param columns the length of every row
     * @return the slot's matrix with the workspace's own rows, reused when the shape is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public double[][] zeros(int slot, int rows, int columns) {
        return doubleMatrices.get(slot).zeros(rows, columns);
    }

    /**
     * Returns a zero-filled matrix whose rows have these lengths.
     *
     * @param slot the matrix's number, shared with {@link #zeros(int, int, int)}
     * @param rows the number of rows
     * @param lengths the length of each row
     * @return the slot's matrix with the workspace's own rows, each reused when its length is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public double[][] zeros(int slot, int rows, int[] lengths) {
        return doubleMatrices.get(slot).zeros(rows, lengths);
    }

    /**
     * Returns a zero-filled matrix of the shape of another one, row by row; rows may differ in length.
     *
     * @param slot the matrix's number, shared with {@link #zeros(int, int, int)}
     * @param shape the matrix whose shape to take; must not be this slot's own matrix
     * @return the slot's matrix with the workspace's own rows, each reused when its length is the same
     * @throws IllegalArgumentException if a row of {@code shape} is null
     */
    public double[][] zerosLike(int slot, double[][] shape) {
        return doubleMatrices.get(slot).zerosLike(shape);
    }

    /**
     * Returns a zero-filled matrix of exactly this shape, like {@code new int[rows][columns]}.
     *
     * @param slot the matrix's number, not negative; its own numbering
     * @param rows the number of rows
     * @param columns the length of every row
     * @return the slot's matrix with the workspace's own rows, reused when the shape is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public int[][] intZeros(int slot, int rows, int columns) {
        return intMatrices.get(slot).zeros(rows, columns);
    }

    /**
     * Returns a zero-filled matrix whose rows have these lengths.
     *
     * @param slot the matrix's number, shared with {@link #intZeros(int, int, int)}
     * @param rows the number of rows
     * @param lengths the length of each row
     * @return the slot's matrix with the workspace's own rows, each reused when its length is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public int[][] intZeros(int slot, int rows, int[] lengths) {
        return intMatrices.get(slot).zeros(rows, lengths);
    }

    /**
     * Returns a zero-filled matrix of exactly this shape, like {@code new float[rows][columns]}.
     *
     * @param slot the matrix's number, not negative; its own numbering
     * @param rows the number of rows
     * @param columns the length of every row
     * @return the slot's matrix with the workspace's own rows, reused when the shape is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public float[][] floatZeros(int slot, int rows, int columns) {
        return floatMatrices.get(slot).zeros(rows, columns);
    }

    /**
     * Returns a zero-filled matrix whose rows have these lengths.
     *
     * @param slot the matrix's number, shared with {@link #floatZeros(int, int, int)}
     * @param rows the number of rows
     * @param lengths the length of each row
     * @return the slot's matrix with the workspace's own rows, each reused when its length is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public float[][] floatZeros(int slot, int rows, int[] lengths) {
        return floatMatrices.get(slot).zeros(rows, lengths);
    }

    /**
     * Returns a zero-filled matrix of the shape of another one, row by row; rows may differ in length.
     *
     * @param slot the matrix's number, shared with {@link #floatZeros(int, int, int)}
     * @param shape the matrix whose shape to take; must not be this slot's own matrix
     * @return the slot's matrix with the workspace's own rows, each reused when its length is the same
     * @throws IllegalArgumentException if a row of {@code shape} is null
     */
    public float[][] zerosLike(int slot, float[][] shape) {
        return floatMatrices.get(slot).zerosLike(shape);
    }

    /**
     * Returns zeros of exactly this shape, like {@code new double[pages][rows][columns]}.
     *
     * @param slot the array's number, not negative; its own numbering
     * @param pages the number of matrices
     * @param rows the number of rows of every matrix
     * @param columns the length of every row
     * @return the slot's array with the workspace's own matrices, reused when the shape is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public double[][][] zeros(int slot, int pages, int rows, int columns) {
        return cubes.get(slot).zeros(pages, rows, columns);
    }

    /**
     * Returns zeros in matrices of different sizes.
     *
     * @param slot the array's number, shared with {@link #zeros(int, int, int, int)}
     * @param pages the number of matrices
     * @param rows the number of rows of each matrix
     * @param columns the length of the rows of each matrix
     * @return the slot's array with the workspace's own matrices, reused where the lengths are the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public double[][][] zeros(int slot, int pages, int[] rows, int[] columns) {
        return cubes.get(slot).zeros(pages, rows, columns);
    }

    /**
     * Returns an array of exactly this shape with unspecified content, for code that assigns every element before it reads
     * any.
     *
     * @param slot the array's number, shared with {@link #zeros(int, int, int, int)}
     * @param pages the number of matrices
     * @param rows the number of rows of every matrix
     * @param columns the length of every row
     * @return the slot's array with the workspace's own matrices, reused when the shape is the same
     * @throws NegativeArraySizeException if a size is negative
     */
    public double[][][] scratch(int slot, int pages, int rows, int columns) {
        return cubes.get(slot).scratch(pages, rows, columns);
    }

    /**
     * Returns zeros of the shape of another array; its matrices and rows may differ in length.
     *
     * @param slot the array's number, shared with {@link #zeros(int, int, int, int)}
     * @param shape the array whose shape to take; must not be this slot's own array
     * @return the slot's array with the workspace's own matrices, reused where the lengths are the same
     * @throws IllegalArgumentException if a matrix or a row of {@code shape} is null
     */
    public double[][][] zerosLike(int slot, double[][][] shape) {
        return cubes.get(slot).zerosLike(shape);
    }

    // ---- tapes: at least so long, content unspecified, growable ----

    /**
     * Returns a {@code double[]} tape of at least this length; its content is unspecified.
     *
     * @param slot the tape's number, not negative; shared with {@link #grow(int, double[])}
     * @param minLength the least length
     * @return the slot's tape, reused when long enough
     * @throws NegativeArraySizeException if the length is negative
     */
    public double[] doubles(int slot, int minLength) {
        if (slot >= doubleTapes.length) {
            doubleTapes = Arrays.copyOf(doubleTapes, SlotTable.length(slot));
        }
        double[] tape = doubleTapes[slot];
        if (tape == null || tape.length < minLength || minLength < 0) {
            tape = new double[minLength];
            doubleTapes[slot] = tape;
        }
        return tape;
    }

    /**
     * Replaces a full tape by one with the same content and at least twice the capacity.
     *
     * @param slot the tape's number, shared with {@link #doubles(int, int)}, which returns the longer tape from now on
     * @param full the tape to replace
     * @return the longer tape
     * @throws OutOfMemoryError if the tape has reached the greatest length of a Java array
     */
    public double[] grow(int slot, double[] full) {
        double[] longer = Arrays.copyOf(full, Tapes.grownLength(full.length));
        if (slot >= doubleTapes.length) {
            doubleTapes = Arrays.copyOf(doubleTapes, SlotTable.length(slot));
        }
        doubleTapes[slot] = longer;
        return longer;
    }

    /**
     * Returns a {@code float[]} tape of at least this length; its content is unspecified.
     *
     * @param slot the tape's number, not negative; shared with {@link #grow(int, float[])}
     * @param minLength the least length
     * @return the slot's tape, reused when long enough
     * @throws NegativeArraySizeException if the length is negative
     */
    public float[] floats(int slot, int minLength) {
        if (slot >= floatTapes.length) {
            floatTapes = Arrays.copyOf(floatTapes, SlotTable.length(slot));
        }
        float[] tape = floatTapes[slot];
        if (tape == null || tape.length < minLength || minLength < 0) {
            tape = new float[minLength];
            floatTapes[slot] = tape;
        }
        return tape;
    }

    /**
     * Replaces a full tape by one with the same content and at least twice the capacity.
     *
     * @param slot the tape's number, shared with {@link #floats(int, int)}, which returns the longer tape from now on
     * @param full the tape to replace
     * @return the longer tape
     * @throws OutOfMemoryError if the tape has reached the greatest length of a Java array
     */
    public float[] grow(int slot, float[] full) {
        float[] longer = Arrays.copyOf(full, Tapes.grownLength(full.length));
        if (slot >= floatTapes.length) {
            floatTapes = Arrays.copyOf(floatTapes, SlotTable.length(slot));
        }
        floatTapes[slot] = longer;
        return longer;
    }

    /**
     * Returns an {@code int[]} tape of at least this length; its content is unspecified.
     *
     * @param slot the tape's number, not negative; shared with {@link #grow(int, int[])}
     * @param minLength the least length
     * @return the slot's tape, reused when long enough
     * @throws NegativeArraySizeException if the length is negative
     */
    public int[] ints(int slot, int minLength) {
        if (slot >= intTapes.length) {
            intTapes = Arrays.copyOf(intTapes, SlotTable.length(slot));
        }
        int[] tape = intTapes[slot];
        if (tape == null || tape.length < minLength || minLength < 0) {
            tape = new int[minLength];
            intTapes[slot] = tape;
        }
        return tape;
    }

    /**
     * Replaces a full tape by one with the same content and at least twice the capacity.
     *
     * @param slot the tape's number, shared with {@link #ints(int, int)}, which returns the longer tape from now on
     * @param full the tape to replace
     * @return the longer tape
     * @throws OutOfMemoryError if the tape has reached the greatest length of a Java array
     */
    public int[] grow(int slot, int[] full) {
        int[] longer = Arrays.copyOf(full, Tapes.grownLength(full.length));
        if (slot >= intTapes.length) {
            intTapes = Arrays.copyOf(intTapes, SlotTable.length(slot));
        }
        intTapes[slot] = longer;
        return longer;
    }

    /**
     * Returns a {@code long[]} tape of at least this length; its content is unspecified.
     *
     * @param slot the tape's number, not negative; shared with {@link #grow(int, long[])}
     * @param minLength the least length
     * @return the slot's tape, reused when long enough
     * @throws NegativeArraySizeException if the length is negative
     */
    public long[] longs(int slot, int minLength) {
        if (slot >= longTapes.length) {
            longTapes = Arrays.copyOf(longTapes, SlotTable.length(slot));
        }
        long[] tape = longTapes[slot];
        if (tape == null || tape.length < minLength || minLength < 0) {
            tape = new long[minLength];
            longTapes[slot] = tape;
        }
        return tape;
    }

    /**
     * Replaces a full tape by one with the same content and at least twice the capacity.
     *
     * @param slot the tape's number, shared with {@link #longs(int, int)}, which returns the longer tape from now on
     * @param full the tape to replace
     * @return the longer tape
     * @throws OutOfMemoryError if the tape has reached the greatest length of a Java array
     */
    public long[] grow(int slot, long[] full) {
        long[] longer = Arrays.copyOf(full, Tapes.grownLength(full.length));
        if (slot >= longTapes.length) {
            longTapes = Arrays.copyOf(longTapes, SlotTable.length(slot));
        }
        longTapes[slot] = longer;
        return longer;
    }

    /**
     * Returns a {@code boolean[]} tape of at least this length; its content is unspecified.
     *
     * @param slot the tape's number, not negative; shared with {@link #grow(int, boolean[])}
     * @param minLength the least length
     * @return the slot's tape, reused when long enough
     * @throws NegativeArraySizeException if the length is negative
     */
    public boolean[] booleans(int slot, int minLength) {
        if (slot >= booleanTapes.length) {
            booleanTapes = Arrays.copyOf(booleanTapes, SlotTable.length(slot));
        }
        boolean[] tape = booleanTapes[slot];
        if (tape == null || tape.length < minLength || minLength < 0) {
            tape = new boolean[minLength];
            booleanTapes[slot] = tape;
        }
        return tape;
    }

    /**
     * Replaces a full tape by one with the same content and at least twice the capacity.
     *
     * @param slot the tape's number, shared with {@link #booleans(int, int)}, which returns the longer tape from now on
     * @param full the tape to replace
     * @return the longer tape
     * @throws OutOfMemoryError if the tape has reached the greatest length of a Java array
     */
    public boolean[] grow(int slot, boolean[] full) {
        boolean[] longer = Arrays.copyOf(full, Tapes.grownLength(full.length));
        if (slot >= booleanTapes.length) {
            booleanTapes = Arrays.copyOf(booleanTapes, SlotTable.length(slot));
        }
        booleanTapes[slot] = longer;
        return longer;
    }

    // ---- nested calls ----

    /**
     * Returns the workspace for a nested call, so that the arrays of a callee never collide with its caller's.
     *
     * @param slot the call's number, not negative; its own numbering
     * @return the slot's workspace, the same one on every call
     */
    public Workspace child(int slot) {
        return children.get(slot);
    }

    // ---- checkpoints ----

    /**
     * Returns the snapshots of a checkpointed loop.
     *
     * @param slot the loop's number, not negative; its own numbering
     * @return the slot's snapshots, the same object on every call
     */
    public Checkpoints checkpoints(int slot) {
        return checkpoints.get(slot);
    }

    /**
     * What the checkpointed loops of the last call cost: how many snapshots they took, and how often they ran again.
     *
     * @return one report per loop of the method that was called with this workspace; empty if there is none
     */
    public List<CheckpointReport> checkpointReports() {
        return checkpoints.all().stream().map(Checkpoints::report).toList();
    }
}
