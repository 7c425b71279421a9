package dev.pullback.processor.testkit;

import dev.pullback.runtime.sparse.MatrixProduct;
import dev.pullback.runtime.sparse.SparseHessian;
import dev.pullback.runtime.sparse.SparseJacobian;
import dev.pullback.runtime.sparse.SparseMatrix;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.Arrays;

/**
 * Judges a pattern by products with the matrix at a point: whatever an entry of the vector has an influence on, also where it
 * cancels, must be in the pattern; and the sparse matrix must be the dense one.
 */
public final class PatternOracle {
    private static final String NAME = "pattern";
    private static final double ROUNDING = 1e-10;

    private PatternOracle() {}

    /** Checks the pattern of a method, if it has one, and the sparse matrix over it. */
    public static void check(Inspection at, Verdict verdict) {
        DifferentiatedMethod probe = at.probe();
        if (probe.has("HessianPattern")) {
            MatrixProduct product = (vector, result) -> System.arraycopy(
                    probe.hessianVector(at.point(), vector, null).bars(), 0, result, 0, result.length);
            checkHessian(probe.hessianPattern(at.point()), product, probe.isSingle(), verdict);
        }
        if (probe.has("JacobianPattern")) {
            MatrixProduct product = (vector, result) ->
                    System.arraycopy(probe.tangents(at.point(), vector), 0, result, 0, result.length);
            checkJacobian(probe.jacobianPattern(at.point()), product, probe.isSingle(), verdict);
        }
    }

    /** Checks the pattern of a Jacobian; that the sparse one is the dense one, too, unless it is rounded to {@code float}. */
    public static void checkJacobian(
            SparsityPattern pattern, MatrixProduct product, boolean isSingle, Verdict verdict) {
        double[][] dense = check(pattern, product, verdict);
        if (!isSingle && verdict.violations().isEmpty() && isFinite(dense)) {
            compare(dense, new SparseJacobian(pattern).compute(product), verdict);
        }
    }

    /** The same of a Hessian. */
    public static void checkHessian(SparsityPattern pattern, MatrixProduct product, boolean isSingle, Verdict verdict) {
        double[][] dense = check(pattern, product, verdict);
        if (!isSingle && verdict.violations().isEmpty() && isFinite(dense)) {
            SparseHessian hessian = new SparseHessian(pattern);
            SparseMatrix matrix = new SparseMatrix(hessian.pattern());
            hessian.compute(product, matrix);
            compare(dense, matrix, verdict);
        }
    }

    /** Asks for each column, with a one and with NaN in its place; returns the columns. */
    private static double[][] check(SparsityPattern pattern, MatrixProduct product, Verdict verdict) {
        boolean[][] allowed = new boolean[pattern.rows()][pattern.columns()];
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.rowStarts()[i]; k < pattern.rowStarts()[i + 1]; k++) {
                allowed[i][pattern.columnIndices()[k]] = true;
            }
        }
        double[] constant = column(pattern, product, 0, 0.0);
        double[][] dense = new double[pattern.rows()][pattern.columns()];
        for (int j = 0; j < pattern.columns(); j++) {
            double[] entries = column(pattern, product, j, 1.0);
            double[] influence = column(pattern, product, j, Double.NaN);
            for (int i = 0; i < pattern.rows(); i++) {
                dense[i][j] = entries[i];
                boolean isEntry = entries[i] != 0 || Double.isNaN(influence[i]);
                if (isEntry && !Double.isNaN(constant[i]) && !allowed[i][j]) {
                    verdict.add(NAME, "row " + i + ", column " + j + " is " + entries[i] + " and not in the pattern");
                }
            }
        }
        return dense;
    }

    private static double[] column(SparsityPattern pattern, MatrixProduct product, int j, double entry) {
        double[] vector = new double[pattern.columns()];
        double[] result = new double[pattern.rows()];
        if (vector.length > 0) {
            vector[j] = entry;
        }
        product.multiply(vector, result);
        return result;
    }

    private static boolean isFinite(double[][] dense) {
        return Arrays.stream(dense).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    private static void compare(double[][] dense, SparseMatrix sparse, Verdict verdict) {
        for (int i = 0; i < dense.length; i++) {
            double scale = Arrays.stream(dense[i]).map(Math::abs).sum();
            for (int j = 0; j < dense[i].length; j++) {
                if (!(Math.abs(dense[i][j] - sparse.get(i, j)) <= ROUNDING * scale + Double.MIN_NORMAL)) {
                    verdict.add(NAME, "sparse " + i + ", " + j + " is " + sparse.get(i, j) + ", dense " + dense[i][j]);
                }
            }
        }
    }
}
