package dev.pullback.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names of the parts of a flat vector of parameters: which entries are the weights of which layer, which one is the bias.
 *
 * <pre>{@code
 * ParameterBlocks blocks = ParameterBlocks.builder().matrix("w", 10, 64).vector("bias", 10).scalar("temperature").build();
 * blocks.nameOf(65);            // w[1][1]
 * blocks.block("bias").offset() // 640
 * }</pre>
 *
 * <p>{@code put}, {@link #vector} and {@link #matrix} copy between the flat vector and the arrays of its parts.
 *
 * <p>Generated objectives tell theirs, see {@link Objective#parameterBlocks}. Immutable and thread-safe.
 */
public final class ParameterBlocks {

    private static final int NO_COLUMNS = 0;

    private final List<Block> blocks;
    private final Map<String, Block> byName = new HashMap<>();
    private final int size;

    /**
     * One named part.
     *
     * @param name the name, unique
     * @param offset where it starts in the flat vector
     * @param length the number of entries
     * @param columns the length of a row of a matrix, which is stored row by row; 0 for vectors, -1 for scalars
     */
    public record Block(String name, int offset, int length, int columns) {

        /**
         * The position behind the last entry.
         *
         * @return offset plus length
         */
        public int end() {
            return offset + length;
        }

        private String nameOf(int index) {
            int inside = index - offset;
            if (columns < 0) {
                return name;
            }
            return columns == NO_COLUMNS
                    ? name + "[" + inside + "]"
                    : name + "[" + inside / columns + "][" + inside % columns + "]";
        }
    }

    /** Collects blocks in their order. */
    public static final class Builder {

        private final List<Block> blocks = new ArrayList<>();
        private int size;

        private Builder() {}

        /**
         * Appends one number.
         *
         * @param name the name
         * @return this
         */
        public Builder scalar(String name) {
            return add(name, 1, -1);
        }

        /**
         * Appends a vector.
         *
         * @param name the name
         * @param length the number of entries, not negative
         * @return this
         * @throws IllegalArgumentException if the length is negative
         */
        public Builder vector(String name, int length) {
            return add(name, length, NO_COLUMNS);
        }

        /**
         * Appends a matrix, row by row.
         *
         * @param name the name
         * @param rows the number of rows, not negative
         * @param columns the length of each row, not negative
         * @return this
         * @throws IllegalArgumentException if a size is negative
         */
        public Builder matrix(String name, int rows, int columns) {
            if (rows < 0 || columns < 0) {
                throw new IllegalArgumentException(name + " has size " + rows + " x " + columns);
            }
            return add(name, Math.multiplyExact(rows, columns), columns);
        }

        /**
         * Appends a matrix, row by row; one whose rows differ in length counts as a vector.
         *
         * @param name the name
         * @param shape a matrix of its shape
         * @return this
         */
        public Builder matrix(String name, Object[] shape) {
            int columns = shape.length == 0 ? 0 : Rows.length(shape[0]);
            for (Object row : shape) {
                if (Rows.length(row) != columns) {
                    return vector(name, Shapes.size(shape));
                }
            }
            return matrix(name, shape.length, columns);
        }

        private Builder add(String name, int length, int columns) {
            Objects.requireNonNull(name, "name is null");
            if (length < 0) {
                throw new IllegalArgumentException(name + " has length " + length);
            }
            blocks.add(new Block(name, size, length, columns));
            size = Math.addExact(size, length);
            return this;
        }

        /**
         * Finishes.
         *
         * @return the blocks
         * @throws IllegalArgumentException if two blocks have the same name
         */
        public ParameterBlocks build() {
            return new ParameterBlocks(blocks, size);
        }
    }

    private ParameterBlocks(List<Block> blocks, int size) {
        this.blocks = Collections.unmodifiableList(new ArrayList<>(blocks));
        this.size = size;
        for (Block block : blocks) {
            if (byName.put(block.name(), block) != null) {
                throw new IllegalArgumentException("two blocks are called " + block.name());
            }
        }
    }

    /**
     * Starts an empty list of blocks.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A flat vector without parts.
     *
     * @param name the name of all of it
     * @param length the number of parameters, not negative
     * @return one block
     */
    public static ParameterBlocks of(String name, int length) {
        return builder().vector(name, length).build();
    }

    /**
     * The blocks.
     *
     * @return the blocks in the order of the flat vector, read-only
     */
    public List<Block> blocks() {
        return blocks;
    }

    /**
     * The number of parameters.
     *
     * @return the length of the flat vector
     */
    public int size() {
        return size;
    }

    /**
     * One block.
     *
     * @param name its name
     * @return the block
     * @throws IllegalArgumentException if there is none of this name; the message lists the names
     */
    public Block block(String name) {
        Block block = byName.get(Objects.requireNonNull(name, "name is null"));
        if (block == null) {
            List<String> names = blocks.stream().map(Block::name).toList();
            throw new IllegalArgumentException("no block is called " + name + "; there are " + names);
        }
        return block;
    }

    /**
     * Copies a vector out of the flat one.
     *
     * @param name the name of its block
     * @param flat all parameters
     * @return its entries
     * @throws IllegalArgumentException if there is no such block or the flat vector has another length
     */
    public double[] vector(String name, double[] flat) {
        Block block = block(name);
        requireLength(flat);
        return Arrays.copyOfRange(flat, block.offset(), block.end());
    }

    /**
     * Copies a matrix out of the flat vector.
     *
     * @param name the name of its block
     * @param flat all parameters
     * @return its rows
     * @throws IllegalArgumentException if there is no such block, it is no matrix, or the flat vector has another length
     */
    public double[][] matrix(String name, double[] flat) {
        Block block = block(name);
        requireLength(flat);
        if (block.columns() <= NO_COLUMNS) {
            throw new IllegalArgumentException(name + " is no matrix");
        }
        double[][] rows = new double[block.length() / block.columns()][];
        for (int i = 0; i < rows.length; i++) {
            int from = block.offset() + i * block.columns();
            rows[i] = Arrays.copyOfRange(flat, from, from + block.columns());
        }
        return rows;
    }

    /**
     * Copies a vector, or one number, into the flat vector.
     *
     * @param name the name of its block
     * @param flat all parameters; the block is overwritten
     * @param values the entries
     * @throws IllegalArgumentException if there is no such block or a length is another one
     */
    public void put(String name, double[] flat, double... values) {
        Block block = block(name);
        requireLength(flat);
        if (values.length != block.length()) {
            throw new IllegalArgumentException(
                    name + " has length " + block.length() + ", not " + values.length + " as given");
        }
        System.arraycopy(values, 0, flat, block.offset(), values.length);
    }

    /**
     * Copies a matrix into the flat vector.
     *
     * @param name the name of its block
     * @param flat all parameters; the block is overwritten
     * @param rows the rows of the matrix
     * @throws IllegalArgumentException if there is no such block or a length is another one
     */
    public void put(String name, double[] flat, double[][] rows) {
        Block block = block(name);
        requireLength(flat);
        int at = block.offset();
        for (double[] row : rows) {
            if (row.length != block.columns() || at + row.length > block.end()) {
                throw new IllegalArgumentException(name + " has rows of length " + block.columns() + " and "
                        + block.length() + " entries in all, not as given");
            }
            System.arraycopy(row, 0, flat, at, row.length);
            at += row.length;
        }
        if (at != block.end()) {
            throw new IllegalArgumentException(name + " has more rows than the " + rows.length + " given");
        }
    }

    private void requireLength(double[] flat) {
        if (flat.length != size) {
            throw new IllegalArgumentException("flat has length " + flat.length + ", expected " + size);
        }
    }

    /**
     * The name of one parameter, as it is written in Java.
     *
     * @param index its position in the flat vector
     * @return for example {@code w[1][2]}, or {@code bias} for a scalar
     * @throws IndexOutOfBoundsException if there is no such parameter
     */
    public String nameOf(int index) {
        Objects.checkIndex(index, size);
        for (Block block : blocks) {
            if (index < block.end()) {
                return block.nameOf(index);
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParameterBlocks that && blocks.equals(that.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    @Override
    public String toString() {
        return "ParameterBlocks" + blocks;
    }
}
