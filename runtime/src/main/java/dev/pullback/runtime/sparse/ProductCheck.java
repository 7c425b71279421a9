package dev.pullback.runtime.sparse;

import java.util.SplittableRandom;

/**
 * Compares a sparse matrix with one product more than was needed to compute it, along a fixed random direction. An entry outside of
 * the pattern would have been added to another one; it shows here.
 */
final class ProductCheck {

    private static final double ROUNDING = 1e-9;

    private final double[] vector;
    private final double[] expected;
    private final double[] actual;

    ProductCheck(SparsityPattern pattern) {
        SplittableRandom random = new SplittableRandom(pattern.columns());
        vector = new double[pattern.columns()];
        for (int j = 0; j < vector.length; j++) {
            vector[j] = 0.5 + random.nextDouble();
        }
        expected = new double[pattern.rows()];
        actual = new double[pattern.rows()];
    }

    void check(MatrixProduct product, SparseMatrix matrix) {
        product.multiply(vector, expected);
        matrix.multiply(vector, actual);
        SparsityPattern pattern = matrix.pattern();
        for (int i = 0; i < expected.length; i++) {
            double scale = Math.abs(expected[i]);
            for (int k = pattern.start(i); k < pattern.end(i); k++) {
                scale += Math.abs(matrix.values()[k]);
            }
            boolean isFinite = Double.isFinite(scale);
            if (isFinite
                    && !(Math.abs(expected[i] - actual[i]) <= ROUNDING * scale)
                    && hasEntryOutside(product, pattern, i)) {
                throw new IllegalStateException(
                        "row " + i + " has an entry outside of the pattern: the method took another"
                                + " branch than where the pattern was detected. Detect it again, or give a pattern that holds everywhere");
            }
        }
    }

    /** Where the terms of a derivative cancel, products differ by more than a rounding; one without the row's own columns is zero. */
    private boolean hasEntryOutside(MatrixProduct product, SparsityPattern pattern, int row) {
        double[] outside = vector.clone();
        for (int k = pattern.start(row); k < pattern.end(row); k++) {
            outside[pattern.column(k)] = 0;
        }
        double[] rest = new double[expected.length];
        product.multiply(outside, rest);
        return rest[row] != 0;
    }
}
