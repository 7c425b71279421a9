package dev.pullback.runtime.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SparseTest {

    @Test
    void patternIsInCompressedRows() {
        SparsityPattern pattern = SparsityPattern.of(4, new int[] {2, 0}, new int[0], new int[] {3});

        assertThat(pattern.rows()).isEqualTo(3);
        assertThat(pattern.columns()).isEqualTo(4);
        assertThat(pattern.size()).isEqualTo(3);
        assertThat(pattern.rowStarts()).containsExactly(0, 2, 2, 3);
        assertThat(pattern.columnIndices()).containsExactly(0, 2, 3);
        assertThat(pattern.transposed().rowStarts()).containsExactly(0, 1, 1, 2, 3);
        assertThat(pattern.transposed().columnIndices()).containsExactly(0, 0, 2);
    }

    @Test
    void wrongPatternsAreNamed() {
        assertThatThrownBy(() -> SparsityPattern.of(2, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0 names column 2, but there are 2");
        assertThatThrownBy(() -> SparsityPattern.of(2, new int[0], new int[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 names column 1 twice");
        assertThatThrownBy(() -> new SparseHessian(SparsityPattern.of(2, new int[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pattern has 1 rows and 2 columns, but a Hessian is square");
        SparseJacobian jacobian = new SparseJacobian(SparsityPattern.of(1, new int[] {0}));
        SparseMatrix other = new SparseMatrix(SparsityPattern.of(1, new int[] {0}));
        assertThatThrownBy(() -> jacobian.compute((v, p) -> p[0] = v[0], other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix has another pattern");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 500})
    void coloursOfBandedJacobiansDoNotGrow(int n) {
        MatrixProduct product = (v, p) -> {
            for (int i = 0; i < n; i++) {
                p[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < n ? 3 * v[i + 1] : 0);
            }
        };
        SparseJacobian jacobian = new SparseJacobian(SparsityPattern.detect(n, n, product));

        assertThat(jacobian.colors()).isEqualTo(3);
        agree(jacobian.compute(product), product, n, n);
    }

    @Test
    void arrowHessiansTakeTwoProducts() {
        int n = 40;
        MatrixProduct product = (v, p) -> {
            p[n - 1] = 5 * v[n - 1];
            for (int i = 0; i < n - 1; i++) {
                p[i] = (i + 1) * v[i] + v[n - 1];
                p[n - 1] += v[i];
            }
        };
        SparseHessian hessian = new SparseHessian(SparsityPattern.detect(n, n, product));

        assertThat(hessian.colors()).isEqualTo(2);
        SparseMatrix matrix = new SparseMatrix(hessian.pattern());
        hessian.compute(product, matrix);
        agree(matrix, product, n, n);
    }

    @Test
    void randomMatricesAreRecovered() {
        Random random = new Random(7);
        for (int trial = 0; trial < 60; trial++) {
            int n = 1 + random.nextInt(25);
            int m = 1 + random.nextInt(25);
            double[][] dense = randomMatrix(random, m, n);
            MatrixProduct product = product(dense);
            SparseJacobian jacobian = new SparseJacobian(pattern(dense, n));
            agree(jacobian.compute(product), product, m, n);
            assertThat(jacobian.colors()).isLessThanOrEqualTo(n);

            double[][] symmetric = new double[n][n];
            double[][] half = randomMatrix(random, n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    symmetric[i][j] = half[i][j] + half[j][i];
                }
            }
            SparseHessian hessian = new SparseHessian(pattern(half, n));
            SparseMatrix matrix = new SparseMatrix(hessian.pattern());
            hessian.compute(product(symmetric), matrix);
            agree(matrix, product(symmetric), n, n);
        }
    }

    /** The pattern was found where another branch was taken. */
    @Test
    void entriesOutsideOfThePatternAreNoticed() {
        boolean[] isCoupled = {false};
        MatrixProduct product = (v, p) -> {
            p[0] = v[0] + (isCoupled[0] ? 1e-3 * v[2] : 0);
            p[1] = v[1];
        };
        SparseJacobian jacobian = new SparseJacobian(SparsityPattern.detect(2, 3, product));
        assertThat(jacobian.compute(product).toDense()).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}});
        isCoupled[0] = true;
        assertThatThrownBy(() -> jacobian.compute(product))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row 0 has an entry outside of the pattern");
    }

    @Test
    void zerosThatMayBecomeEntriesArePartOfThePattern() {
        double[] slope = {0};
        MatrixProduct product = (v, p) -> p[0] = slope[0] * v[0];
        SparseJacobian jacobian = new SparseJacobian(SparsityPattern.detect(1, 1, product));
        slope[0] = 4;
        assertThat(jacobian.compute(product).get(0, 0)).isEqualTo(4);
    }

    @Test
    void termsThatCancelAreNoEntriesOutside() {
        MatrixProduct product = (v, p) -> p[0] = 1e8 * v[0] + 1e-8 * v[0] - 1e8 * v[0];
        SparseJacobian jacobian = new SparseJacobian(SparsityPattern.detect(1, 1, product));
        assertThat(jacobian.compute(product).get(0, 0)).isCloseTo(1e-8, within(1e-8));
    }

    @Test
    void matricesThatAreNotFiniteHaveNoPattern() {
        assertThatThrownBy(() -> SparsityPattern.detect(1, 1, (v, p) -> p[0] = Double.POSITIVE_INFINITY * v[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0 is not finite at this point: choose another one");
    }

    private static MatrixProduct product(double[][] dense) {
        return (v, p) -> {
            for (int i = 0; i < dense.length; i++) {
                int row = i;
                p[i] = IntStream.range(0, v.length)
                        .mapToDouble(j -> dense[row][j] * v[j])
                        .sum();
            }
        };
    }

    private static double[][] randomMatrix(Random random, int rows, int columns) {
        double[][] dense = new double[rows][columns];
        for (double[] row : dense) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(6) == 0 ? random.nextDouble() : 0;
            }
        }
        return dense;
    }

    private static SparsityPattern pattern(double[][] dense, int columns) {
        int[][] rows = new int[dense.length][];
        for (int i = 0; i < dense.length; i++) {
            List<Integer> found = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                if (dense[i][j] != 0) {
                    found.add(j);
                }
            }
            rows[i] = found.stream().mapToInt(j -> j).toArray();
        }
        return SparsityPattern.of(columns, rows);
    }

    private static void agree(SparseMatrix matrix, MatrixProduct product, int rows, int columns) {
        double[][] dense = matrix.toDense();
        double[] unit = new double[columns];
        double[] column = new double[rows];
        for (int j = 0; j < columns; j++) {
            unit[j] = 1;
            product.multiply(unit, column);
            unit[j] = 0;
            for (int i = 0; i < rows; i++) {
                assertThat(matrix.get(i, j)).isEqualTo(column[i], within(1e-12));
                assertThat(dense[i][j]).isEqualTo(column[i], within(1e-12));
            }
        }
    }
}
