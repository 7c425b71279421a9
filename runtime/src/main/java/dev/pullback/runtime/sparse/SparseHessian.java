package dev.pullback.runtime.sparse;

import dev.pullback.runtime.SecondOrderObjective;

/**
 * Computes sparse Hessians over one pattern: one product for each colour of a star colouring, and one to check. Symmetry is used:
 * an entry is read from the product of its row or of its column. Belongs to one thread at a time.
 */
public final class SparseHessian {

    private final SparsityPattern pattern;
    private final Coloring coloring;
    private final ProductCheck check;
    private final double[] vector;
    private final double[] product;

    /** For each entry the entry that is read in its place: itself, or the one mirrored at the diagonal. */
    private final int[] source;

    /**
     * For Hessians of one pattern.
     *
     * @param pattern where entries may be, at all points; entries mirrored at the diagonal are added
     * @throws IllegalArgumentException if the pattern is not square
     */
    public SparseHessian(SparsityPattern pattern) {
        if (pattern.rows() != pattern.columns()) {
            throw new IllegalArgumentException("pattern has " + pattern.rows() + " rows and " + pattern.columns()
                    + " columns, but a Hessian is square");
        }
        this.pattern = pattern.symmetric();
        this.coloring = Coloring.ofSymmetric(this.pattern);
        this.check = new ProductCheck(this.pattern);
        this.vector = new double[pattern.columns()];
        this.product = new double[pattern.rows()];
        this.source = sources();
    }

    /**
     * Finds the pattern at a point and makes a {@code SparseHessian} of it, with as many products as there are independents.
     *
     * @param objective the function
     * @param point where to look; a point without kinks
     * @return for Hessians of that pattern
     */
    public static SparseHessian detect(SecondOrderObjective objective, double[] point) {
        return new SparseHessian(SparsityPattern.detect(
                point.length, point.length, (vector, product) -> objective.hessianVector(point, vector, product)));
    }

    private int[] sources() {
        int[] result = new int[pattern.size()];
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.start(i); k < pattern.end(i); k++) {
                int j = pattern.column(k);
                result[k] = isAlone(i, j) ? k : pattern.find(j, i);
            }
        }
        return result;
    }

    /** Whether row {@code i} has no other entry of the colour of column {@code j}. */
    private boolean isAlone(int i, int j) {
        for (int k = pattern.start(i); k < pattern.end(i); k++) {
            if (pattern.column(k) != j && coloring.of(pattern.column(k)) == coloring.of(j)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The pattern with its mirrored entries.
     *
     * @return the pattern
     */
    public SparsityPattern pattern() {
        return pattern;
    }

    /**
     * How many products a Hessian takes, without the one that checks it.
     *
     * @return the number of colours
     */
    public int colors() {
        return coloring.count();
    }

    /**
     * Computes the Hessian of an objective into a fresh matrix.
     *
     * @param objective the function
     * @param point where
     * @return the Hessian, both halves
     * @throws IllegalStateException if it has an entry outside of the pattern
     */
    public SparseMatrix compute(SecondOrderObjective objective, double[] point) {
        SparseMatrix matrix = new SparseMatrix(pattern);
        compute((v, result) -> objective.hessianVector(point, v, result), matrix);
        return matrix;
    }

    /**
     * Computes a Hessian; allocates nothing.
     *
     * @param hessian the product with the Hessian at the point of interest, for example {@code fHessianVector}
     * @param matrix overwritten with the Hessian; a matrix over {@link #pattern()}
     * @throws IllegalArgumentException if the matrix has another pattern
     * @throws IllegalStateException if the Hessian has an entry outside of the pattern
     */
    public void compute(MatrixProduct hessian, SparseMatrix matrix) {
        if (matrix.pattern() != pattern) {
            throw new IllegalArgumentException("matrix has another pattern");
        }
        double[] values = matrix.values();
        for (int color = 0; color < coloring.count(); color++) {
            coloring.seed(color, vector);
            hessian.multiply(vector, product);
            for (int i = 0; i < pattern.rows(); i++) {
                for (int k = pattern.start(i); k < pattern.end(i); k++) {
                    if (source[k] == k && coloring.of(pattern.column(k)) == color) {
                        values[k] = product[i];
                    }
                }
            }
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = values[source[k]];
        }
        check.check(hessian, matrix);
    }
}
