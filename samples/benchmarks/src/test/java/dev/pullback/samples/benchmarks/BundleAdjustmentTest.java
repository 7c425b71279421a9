package dev.pullback.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.sparse.MatrixProduct;
import dev.pullback.runtime.sparse.SparseJacobian;
import dev.pullback.runtime.sparse.SparseMatrix;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Jacobian of bundle adjustment: a few entries per observation, in a number of products that does not grow with the problem. */
class BundleAdjustmentTest {

    @Test
    void errorsAndJacobianEqualTheReference() {
        BundleProblem problem = BundleProblem.load("ba_test");
        int p = problem.weights().length;
        double[] errors = problem.errors();
        SparseJacobian sparse = new SparseJacobian(problem.pattern());

        Gradients.assertClose(errors, TokenScanner.ofResource("ba/ba_test.obj").nextDoubles("errors", 3 * p));
        Gradients.assertClose(
                sparse.compute(problem.product()).values(),
                TokenScanner.ofResource("ba/ba_test.grad").nextDoubles("entries", 31 * p));
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 11", "4, 9, 40", "8, 30, 120"})
    void sparseEqualsDense(int n, int m, int p) {
        BundleProblem problem = BundleProblem.of(n, m, p);
        SparseJacobian sparse = new SparseJacobian(SparsityPattern.detect(3 * p, problem.columns(), problem.product()));
        SparseMatrix jacobian = sparse.compute(problem.product());
        double[][] dense = BundleAdjustmentDerivatives.errorsJacobian(
                problem.cameras(),
                problem.points(),
                problem.weights(),
                problem.camera(),
                problem.point(),
                problem.features());

        // Each error has one coordinate of the principal point only.
        assertThat(jacobian.pattern().size()).isEqualTo(29 * p);
        assertThat(sparse.colors()).isBetween(14, 25);
        double[][] actual = jacobian.toDense();
        for (int i = 0; i < dense.length; i++) {
            assertThat(actual[i]).containsExactly(dense[i], within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 11", "4, 9, 40", "8, 30, 120"})
    void indexArraysGiveThePatternThatProductsShow(int n, int m, int p) {
        BundleProblem problem = BundleProblem.of(n, m, p);
        SparsityPattern pattern = problem.ownPattern();
        SparsityPattern detected = SparsityPattern.detect(3 * p, problem.columns(), problem.product());
        assertThat(pattern.rowStarts()).isEqualTo(detected.rowStarts());
        assertThat(pattern.columnIndices()).isEqualTo(detected.columnIndices());
    }

    @Test
    void denseEqualsDifferences() {
        BundleProblem problem = BundleProblem.of(2, 3, 4);
        MatrixProduct product = problem.product();
        double[] direction = new Random(1).doubles(problem.columns(), -1, 1).toArray();
        double[] along = new double[12];
        product.multiply(direction, along);
        double step = 1e-6;
        double[] up = errors(problem, direction, step);
        double[] down = errors(problem, direction, -step);
        for (int i = 0; i < along.length; i++) {
            assertThat(along[i]).isEqualTo((up[i] - down[i]) / (2 * step), within(1e-5 * (1 + Math.abs(along[i]))));
        }
    }

    private static double[] errors(BundleProblem problem, double[] direction, double step) {
        double[] flat = problem.flat();
        for (int i = 0; i < flat.length; i++) {
            flat[i] += step * direction[i];
        }
        return problem.at(flat).errors();
    }
}
