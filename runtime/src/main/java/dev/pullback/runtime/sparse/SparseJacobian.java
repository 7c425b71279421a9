package dev.pullback.runtime.sparse;

/**
 * Computes sparse Jacobians over one pattern: one product for each colour of the columns, and one to check. Belongs to one thread
 * at a time.
 */
public final class SparseJacobian {

    private final SparsityPattern pattern;
    private final Coloring coloring;
    private final ProductCheck check;
    private final double[] vector;
    private final double[] product;

    /**
     * For Jacobians of one pattern.
     *
     * @param pattern where entries may be, at all points; known, or {@linkplain SparsityPattern#detect detected}
     */
    public SparseJacobian(SparsityPattern pattern) {
        this.pattern = pattern;
        this.coloring = Coloring.ofColumns(pattern);
        this.check = new ProductCheck(pattern);
        this.vector = new double[pattern.columns()];
        this.product = new double[pattern.rows()];
    }

    /**
     * How many products a Jacobian takes, without the one that checks it.
     *
     * @return the number of colours
     */
    public int colors() {
        return coloring.count();
    }

    /**
     * Computes a Jacobian into a fresh matrix.
     *
     * @param jacobian the product with the Jacobian at the point of interest, for example {@code fPushforward}
     * @return the Jacobian
     * @throws IllegalStateException if it has an entry outside of the pattern
     */
    public SparseMatrix compute(MatrixProduct jacobian) {
        SparseMatrix matrix = new SparseMatrix(pattern);
        compute(jacobian, matrix);
        return matrix;
    }

    /**
     * Computes a Jacobian; allocates nothing.
     *
     * @param jacobian the product with the Jacobian at the point of interest
     * @param matrix overwritten with the Jacobian; a matrix over this pattern
     * @throws IllegalArgumentException if the matrix has another pattern
     * @throws IllegalStateException if the Jacobian has an entry outside of the pattern
     */
    public void compute(MatrixProduct jacobian, SparseMatrix matrix) {
        if (matrix.pattern() != pattern) {
            throw new IllegalArgumentException("matrix has another pattern");
        }
        double[] values = matrix.values();
        for (int color = 0; color < coloring.count(); color++) {
            coloring.seed(color, vector);
            jacobian.multiply(vector, product);
            for (int i = 0; i < pattern.rows(); i++) {
                for (int k = pattern.start(i); k < pattern.end(i); k++) {
                    if (coloring.of(pattern.column(k)) == color) {
                        values[k] = product[i];
                    }
                }
            }
        }
        check.check(jacobian, matrix);
    }
}
