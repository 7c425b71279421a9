package dev.pullback.runtime.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.testkit.Allocation;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Normal equations of random sparse Jacobians, and orders of elimination. */
final class SparseCholeskyTest {

    @Test
    void randomSystemsAreSolved() {
        Random random = new Random(5);
        for (int run = 0; run < 60; run++) {
            int n = 1 + random.nextInt(30);
            SparseMatrix jacobian = randomJacobian(random, 2 * n + 5, n);
            NormalMatrix normal = new NormalMatrix(jacobian.pattern());
            SparseMatrix matrix = normal.compute(jacobian);
            double[] diagonal = new Random(run).doubles(n, 0.1, 1.0).toArray();
            double[] expected = random.doubles(n, -1.0, 1.0).toArray();
            double[] side = new double[n];
            matrix.multiply(expected, side);
            for (int j = 0; j < n; j++) {
                side[j] += diagonal[j] * expected[j];
            }
            SparseCholesky cholesky = new SparseCholesky(matrix.pattern());

            assertThat(cholesky.decompose(matrix, diagonal)).isTrue();
            cholesky.solve(side);
            assertThat(side).as("run " + run).containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void theNormalMatrixIsTheProduct() {
        SparseMatrix jacobian = randomJacobian(new Random(8), 12, 7);
        double[][] dense = jacobian.toDense();
        double[][] product =
                new NormalMatrix(jacobian.pattern()).compute(jacobian).toDense();
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                double sum = 0.0;
                for (double[] row : dense) {
                    sum += row[i] * row[j];
                }
                assertThat(product[i][j]).isCloseTo(sum, within(1e-14));
            }
        }
    }

    /** The hub of an arrow comes last: eliminated first it would fill the matrix. */
    @Test
    void anArrowStaysAnArrow() {
        int n = 200;
        int[][] rows = new int[n][];
        rows[0] = IntStream.range(0, n).toArray();
        for (int i = 1; i < n; i++) {
            rows[i] = new int[] {0, i};
        }

        assertThat(new SparseCholesky(SparsityPattern.of(n, rows)).entries()).isEqualTo(2 * n - 1);
    }

    /** A grid of m x m fills O(m^2 log m) entries in a good order, m^3 in the natural one. */
    @Test
    void gridsFillLittle() {
        int m = 60;
        int[][] rows = new int[m * m][];
        for (int i = 0; i < m * m; i++) {
            int here = i;
            rows[i] = IntStream.of(i, i % m > 0 ? i - 1 : -1, i % m < m - 1 ? i + 1 : -1, i - m, i + m)
                    .filter(j -> j >= 0 && j < m * m && Math.abs(j - here) <= m)
                    .toArray();
        }
        SparsityPattern pattern = SparsityPattern.of(m * m, rows);
        int[] order = EliminationOrder.of(pattern);

        assertThat(Arrays.stream(order).sorted().toArray())
                .containsExactly(IntStream.range(0, m * m).toArray());
        assertThat(new SparseCholesky(pattern).entries()).isLessThan(m * m * m / 3);
    }

    @Test
    void indefiniteMatricesAreRefused() {
        SparsityPattern pattern = SparsityPattern.of(2, new int[] {0, 1}, new int[] {0, 1});
        SparseCholesky cholesky = new SparseCholesky(pattern);
        SparseMatrix matrix = new SparseMatrix(pattern);
        matrix.values()[1] = 1.0;
        matrix.values()[2] = 1.0;

        assertThat(cholesky.decompose(matrix)).isFalse();
        assertThatThrownBy(() -> cholesky.solve(new double[2]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no matrix has been decomposed");
        assertThat(cholesky.decompose(matrix, new double[] {2.0, 2.0})).isTrue();
        double[] x = {3.0, 3.0};
        cholesky.solve(x);
        assertThat(x).containsExactly(new double[] {1.0, 1.0}, within(1e-15));
        matrix.values()[0] = Double.NaN;
        assertThat(cholesky.decompose(matrix, new double[] {2.0, 2.0})).isFalse();
    }

    @Test
    void badArgumentsAreNamed() {
        SparsityPattern pattern = SparsityPattern.of(2, new int[] {0, 1}, new int[] {1});
        assertThatThrownBy(() -> new SparseCholesky(pattern))
                .hasMessage("pattern has 2 rows and 2 columns, and 3 entries that are not symmetric");
        SparsityPattern symmetric = SparsityPattern.of(1, new int[] {0});
        SparseCholesky cholesky = new SparseCholesky(symmetric);
        assertThatThrownBy(() -> cholesky.decompose(new SparseMatrix(SparsityPattern.of(1, new int[] {0}))))
                .hasMessage("matrix has another pattern");
        assertThatThrownBy(() -> cholesky.decompose(new SparseMatrix(symmetric), new double[2]))
                .hasMessage("diagonal has length 2, expected 1");
    }

    @Test
    void decompositionsAndSolutionsAllocateNothing() {
        SparseMatrix jacobian = randomJacobian(new Random(3), 80, 40);
        NormalMatrix normal = new NormalMatrix(jacobian.pattern());
        SparseCholesky cholesky = new SparseCholesky(normal.matrix().pattern());
        double[] diagonal = new double[40];
        Arrays.fill(diagonal, 0.1);
        double[] x = new double[40];

        assertThat(Allocation.ofSteadyState(() -> {
                    cholesky.decompose(normal.compute(jacobian), diagonal);
                    cholesky.solve(x);
                }))
                .isZero();
    }

    /** One to three entries per row. */
    private static SparseMatrix randomJacobian(Random random, int rows, int columns) {
        int[][] pattern = new int[rows][];
        for (int i = 0; i < rows; i++) {
            pattern[i] =
                    random.ints(1 + random.nextInt(3), 0, columns).distinct().toArray();
        }
        SparseMatrix jacobian = new SparseMatrix(SparsityPattern.of(columns, pattern));
        Arrays.setAll(jacobian.values(), k -> random.nextGaussian());
        return jacobian;
    }
}
