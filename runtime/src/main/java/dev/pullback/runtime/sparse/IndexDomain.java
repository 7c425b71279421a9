package dev.pullback.runtime.sparse;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The independents that a value depends on, by their positions in the flat vector: the index domain of Griewank and Walther,
 * Evaluating Derivatives, 2nd edition 2008, section 7.2. What generated code like {@code fJacobianPattern} computes in the place
 * of numbers.
 *
 * <p>Small domains are sorted arrays. A union that is not small is put together when somebody asks for it, so that a sum over
 * all independents takes linear time. The value never changes, but one run's domains belong to one thread.
 */
public final class IndexDomain {

    /** The domain of a constant. */
    public static final IndexDomain NONE = new IndexDomain(new int[0]);

    private static final int SMALL = 64;

    /** In ascending order; null as long as only the parts are known. */
    private int @Nullable [] indices;

    private @Nullable IndexDomain first;
    private @Nullable IndexDomain second;

    /** The last walk over parts that came here. */
    private @Nullable Object visitor;

    private IndexDomain(int[] indices) {
        this.indices = indices;
    }

    private IndexDomain(IndexDomain first, IndexDomain second) {
        this.first = first;
        this.second = second;
    }

    // ---- independents and constants ----

    /**
     * The domain of an independent number.
     *
     * @param index its position
     * @return the domain
     */
    public static IndexDomain of(int index) {
        return new IndexDomain(new int[] {index});
    }

    /**
     * The domains of an independent vector.
     *
     * @param offset the position of its first element
     * @param vector the vector, of which the length matters
     * @return one domain per element
     */
    public static IndexDomain[] of(int offset, double[] vector) {
        return range(offset, vector.length);
    }

    /**
     * The domains of an independent vector.
     *
     * @param offset the position of its first element
     * @param vector the vector, of which the length matters
     * @return one domain per element
     */
    public static IndexDomain[] of(int offset, float[] vector) {
        return range(offset, vector.length);
    }

    /**
     * The domains of an independent matrix, whose rows follow each other.
     *
     * @param offset the position of its first element
     * @param matrix the matrix, of which the shape matters
     * @return one domain per element
     */
    public static IndexDomain[][] of(int offset, double[][] matrix) {
        return ranges(offset, matrix.length, i -> matrix[i].length);
    }

    /**
     * The domains of an independent matrix, whose rows follow each other.
     *
     * @param offset the position of its first element
     * @param matrix the matrix, of which the shape matters
     * @return one domain per element
     */
    public static IndexDomain[][] of(int offset, float[][] matrix) {
        return ranges(offset, matrix.length, i -> matrix[i].length);
    }

    /**
     * The domains of an independent array of three dimensions.
     *
     * @param offset the position of its first element
     * @param cube the array, of which the shape matters
     * @return one domain per element
     */
    public static IndexDomain[][][] of(int offset, double[][][] cube) {
        IndexDomain[][][] domains = new IndexDomain[cube.length][][];
        int next = offset;
        for (int i = 0; i < domains.length; i++) {
            domains[i] = of(next, cube[i]);
            for (double[] row : cube[i]) {
                next += row.length;
            }
        }
        return domains;
    }

    private static IndexDomain[][] ranges(int offset, int rows, IntUnaryOperator length) {
        IndexDomain[][] domains = new IndexDomain[rows][];
        int next = offset;
        for (int i = 0; i < rows; i++) {
            domains[i] = range(next, length.applyAsInt(i));
            next += domains[i].length;
        }
        return domains;
    }

    private static IndexDomain[] range(int offset, int length) {
        IndexDomain[] domains = new IndexDomain[length];
        Arrays.setAll(domains, i -> of(offset + i));
        return domains;
    }

    /**
     * The domains of a new vector.
     *
     * @param length its length
     * @return as many empty domains
     */
    public static IndexDomain[] none(int length) {
        IndexDomain[] domains = new IndexDomain[length];
        Arrays.fill(domains, NONE);
        return domains;
    }

    /**
     * The domains of a new matrix.
     *
     * @param rows the number of rows
     * @param columns their length
     * @return as many empty domains
     */
    public static IndexDomain[][] none(int rows, int columns) {
        IndexDomain[][] domains = new IndexDomain[rows][];
        Arrays.setAll(domains, i -> none(columns));
        return domains;
    }

    /**
     * The domains of a new array of three dimensions.
     *
     * @param pages the number of matrices
     * @param rows their number of rows
     * @param columns the length of these
     * @return as many empty domains
     */
    public static IndexDomain[][][] none(int pages, int rows, int columns) {
        IndexDomain[][][] domains = new IndexDomain[pages][][];
        Arrays.setAll(domains, i -> none(rows, columns));
        return domains;
    }

    /**
     * The domains of a new matrix with rows of different lengths.
     *
     * @param lengths of the rows
     * @return as many empty domains
     */
    public static IndexDomain[][] none(int[] lengths) {
        IndexDomain[][] domains = new IndexDomain[lengths.length][];
        Arrays.setAll(domains, i -> none(lengths[i]));
        return domains;
    }

    /**
     * The domains of new matrices of different sizes.
     *
     * @param rows the number of rows of each matrix
     * @param columns the length of the rows of each matrix
     * @return as many empty domains
     */
    public static IndexDomain[][][] none(int[] rows, int[] columns) {
        IndexDomain[][][] domains = new IndexDomain[rows.length][][];
        Arrays.setAll(domains, i -> none(rows[i], columns[i]));
        return domains;
    }

    /**
     * The domains of a vector whose content is constant.
     *
     * @param vector the vector, of which the length matters
     * @return as many empty domains
     */
    public static IndexDomain[] noneLike(double[] vector) {
        return none(vector.length);
    }

    /**
     * The domains of a vector whose content is constant.
     *
     * @param vector the vector, of which the length matters
     * @return as many empty domains
     */
    public static IndexDomain[] noneLike(float[] vector) {
        return none(vector.length);
    }

    /**
     * The domains of a matrix whose content is constant.
     *
     * @param matrix the matrix, of which the shape matters
     * @return as many empty domains
     */
    public static IndexDomain[][] noneLike(double[][] matrix) {
        return none(Arrays.stream(matrix).mapToInt(row -> row.length).toArray());
    }

    /**
     * The domains of a matrix whose content is constant.
     *
     * @param matrix the matrix, of which the shape matters
     * @return as many empty domains
     */
    public static IndexDomain[][] noneLike(float[][] matrix) {
        return none(Arrays.stream(matrix).mapToInt(row -> row.length).toArray());
    }

    /**
     * The domains of an array of three dimensions whose content is constant.
     *
     * @param cube the array, of which the shape matters
     * @return as many empty domains
     */
    public static IndexDomain[][][] noneLike(double[][][] cube) {
        return Arrays.stream(cube).map(IndexDomain::noneLike).toArray(IndexDomain[][][]::new);
    }

    /**
     * A vector of given domains.
     *
     * @param elements its elements
     * @return the vector
     */
    public static IndexDomain[] vector(IndexDomain... elements) {
        return elements;
    }

    /**
     * A vector whose elements all depend on the same.
     *
     * @param length its length
     * @param domain on what
     * @return the vector
     */
    public static IndexDomain[] filled(int length, IndexDomain domain) {
        IndexDomain[] domains = new IndexDomain[length];
        Arrays.fill(domains, domain);
        return domains;
    }

    // ---- unions ----

    /**
     * What a value depends on that is computed of two others.
     *
     * @param first the domain of one
     * @param second the domain of the other
     * @return the union; one of the two if it contains the other and both are small
     */
    public static IndexDomain union(IndexDomain first, IndexDomain second) {
        if (first == second || second == NONE) {
            return first;
        }
        if (first == NONE) {
            return second;
        }
        if (first.indices == null || second.indices == null || first.indices.length + second.indices.length > SMALL) {
            return new IndexDomain(first, second);
        }
        int[] merged = merge(first.indices, second.indices);
        if (merged.length == first.indices.length) {
            return first;
        }
        return merged.length == second.indices.length ? second : new IndexDomain(merged);
    }

    /**
     * What a value depends on that is computed of several others, for example of a whole vector.
     *
     * @param domains the domains of the others
     * @return the union
     */
    public static IndexDomain union(IndexDomain... domains) {
        IndexDomain union = NONE;
        for (IndexDomain domain : domains) {
            union = union(union, domain);
        }
        return union;
    }

    /**
     * The domains of all elements of a matrix in one vector, row after row.
     *
     * @param matrix a matrix of domains
     * @return its elements
     */
    public static IndexDomain[] elements(IndexDomain[][] matrix) {
        return Arrays.stream(matrix).flatMap(Arrays::stream).toArray(IndexDomain[]::new);
    }

    /**
     * The domains of all elements of an array of three dimensions in one vector.
     *
     * @param cube an array of domains
     * @return its elements
     */
    public static IndexDomain[] elements(IndexDomain[][][] cube) {
        return Arrays.stream(cube)
                .flatMap(Arrays::stream)
                .flatMap(Arrays::stream)
                .toArray(IndexDomain[]::new);
    }

    /**
     * Whether this domain has all indices of another.
     *
     * @param other the other
     * @return whether it is a subset
     */
    public boolean includes(IndexDomain other) {
        if (this == other) {
            return true;
        }
        int[] own = indices();
        int[] wanted = other.indices();
        int found = 0;
        for (int i = 0; i < own.length && found < wanted.length && own[i] <= wanted[found]; i++) {
            found += own[i] == wanted[found] ? 1 : 0;
        }
        return found == wanted.length;
    }

    private static int[] merge(int[] a, int[] b) {
        int[] merged = new int[a.length + b.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int next = Math.min(a[i], b[j]);
            i += a[i] == next ? 1 : 0;
            j += b[j] == next ? 1 : 0;
            merged[size++] = next;
        }
        while (i < a.length) {
            merged[size++] = a[i++];
        }
        while (j < b.length) {
            merged[size++] = b[j++];
        }
        return size == merged.length ? merged : Arrays.copyOf(merged, size);
    }

    /** The positions in ascending order; not to be changed. */
    int[] indices() {
        if (indices == null) {
            indices = collect();
            first = null;
            second = null;
        }
        return indices;
    }

    /** Visits each part once, however many unions share it. */
    private int[] collect() {
        Object walk = new Object();
        BitSet found = new BitSet();
        Deque<IndexDomain> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            IndexDomain next = open.pop();
            if (next.visitor == walk) {
                continue;
            }
            if (next.indices != null) {
                for (int index : next.indices) {
                    found.set(index);
                }
                continue;
            }
            next.visitor = walk;
            if (next.first != null && next.second != null) {
                open.push(next.first);
                open.push(next.second);
            }
        }
        return found.stream().toArray();
    }

    @Override
    public String toString() {
        return Arrays.toString(indices());
    }
}
