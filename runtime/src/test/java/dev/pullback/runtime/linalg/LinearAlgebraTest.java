package dev.pullback.runtime.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

/** Values against Hipparchus, defining equations and closed forms. */
class LinearAlgebraTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double[][] A = {{0.0, 2.0, 1.0}, {1.0, -2.0, -3.0}, {-1.0, 1.0, 4.0}};
    private static final double[][] SPD = {{4.0, 1.0, -1.0}, {1.0, 3.0, 0.5}, {-1.0, 0.5, 5.0}};
    private static final double[] B = {1.0, -2.0, 3.0};

    @Test
    void valuesAgreeWithHipparchus() {
        Array2DRowRealMatrix a = new Array2DRowRealMatrix(A);
        Array2DRowRealMatrix spd = new Array2DRowRealMatrix(SPD);
        LUDecomposition lu = new LUDecomposition(a);
        double[] solution = lu.getSolver().solve(new ArrayRealVector(B)).toArray();
        assertThat(LinearAlgebra.solve(A, B)).containsExactly(solution, CLOSE);
        assertThat(LinearAlgebra.determinant(A)).isCloseTo(lu.getDeterminant(), CLOSE);
        assertThat(LinearAlgebra.logDeterminant(A)).isCloseTo(Math.log(Math.abs(lu.getDeterminant())), CLOSE);
        assertClose(LinearAlgebra.inverse(A), lu.getSolver().getInverse().getData());
        assertClose(
                LinearAlgebra.cholesky(SPD),
                new CholeskyDecomposition(spd).getL().getData());
        double[] solved = new LUDecomposition(spd)
                .getSolver()
                .solve(new ArrayRealVector(B))
                .toArray();
        assertThat(LinearAlgebra.solvePositiveDefinite(SPD, B)).containsExactly(solved, CLOSE);
        double[] eigenvalues = new EigenDecompositionSymmetric(spd).getEigenvalues();
        Arrays.sort(eigenvalues);
        assertThat(LinearAlgebra.eigenvalues(SPD)).containsExactly(eigenvalues, CLOSE);
        assertThat(LinearAlgebra.singularValues(A))
                .containsExactly(new SingularValueDecomposition(a).getSingularValues(), CLOSE);
    }

    @Test
    void decompositionsMultiplyBack() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 1; n <= 20; n++) {
            double[][] a = new double[n + 3][n];
            for (double[] row : a) {
                Arrays.setAll(row, j -> random.nextDouble() - 0.5);
            }
            double[][] q = LinearAlgebra.qrOrthogonal(a);
            assertClose(LinearAlgebra.multiply(q, LinearAlgebra.qrTriangular(a)), a);
            assertClose(Matrices.product(Matrices.transpose(q), q), identity(n));
            double[][] symmetric = Matrices.product(Matrices.transpose(a), a);
            double[][] v = LinearAlgebra.eigenvectors(symmetric);
            assertClose(Matrices.product(Matrices.transpose(v), v), identity(n));
            double[] values = LinearAlgebra.eigenvalues(symmetric);
            double[] singular = LinearAlgebra.singularValues(a);
            for (int k = 0; k < n; k++) {
                assertThat(singular[k] * singular[k]).isCloseTo(values[n - 1 - k], CLOSE);
            }
        }
    }

    @Test
    void closedForms() {
        assertThat(LinearAlgebra.eigenvalues(new double[][] {{2.0, 1.0}, {1.0, 2.0}}))
                .containsExactly(new double[] {1.0, 3.0}, CLOSE);
        assertThat(LinearAlgebra.determinant(new double[][] {{1.0, 2.0}, {2.0, 4.0}}))
                .isZero();
        assertThat(LinearAlgebra.singularValues(new double[][] {{3.0, 0.0, 0.0}, {0.0, -4.0, 0.0}}))
                .containsExactly(new double[] {4.0, 3.0}, CLOSE);
        // A rank-one matrix and zeros: no division by the singular value 0.
        assertThat(LinearAlgebra.singularValues(new double[2][2])).containsExactly(0.0, 0.0);
    }

    @Test
    void argumentsAreLeftAlone() {
        double[][] a = Matrices.copy(A);
        double[] b = B.clone();
        LinearAlgebra.solve(a, b);
        LinearAlgebra.eigenvalues(a);
        LinearAlgebra.singularValues(a);
        LinearAlgebra.qrOrthogonal(a);
        assertThat(a).isDeepEqualTo(A);
        assertThat(b).containsExactly(B);
    }

    @Test
    void whatDoesNotExistIsAnError() {
        double[][] singular = {{1.0, 2.0}, {2.0, 4.0}};
        assertThatThrownBy(() -> LinearAlgebra.solve(singular, new double[2]))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a is singular: column 1 has no pivot but zero");
        assertThatThrownBy(() -> LinearAlgebra.logDeterminant(singular)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LinearAlgebra.inverse(singular)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LinearAlgebra.cholesky(new double[][] {{1.0, 2.0}, {2.0, 1.0}}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a is not positive definite: pivot 1 is -3.0");
        assertThatThrownBy(() -> LinearAlgebra.qrOrthogonal(singular))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("column 1");
        assertThatThrownBy(() -> LinearAlgebra.eigenvalues(new double[][] {{Double.NaN}}))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void badShapesAreNamed() {
        assertThatThrownBy(() -> LinearAlgebra.solve(A, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b must have length 3, has 2");
        assertThatThrownBy(() -> LinearAlgebra.determinant(new double[2][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a must be square, is 2 by 3");
        assertThatThrownBy(() -> LinearAlgebra.multiply(A, new double[2][2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a has 3 columns, b has 2 rows");
        assertThatThrownBy(() -> LinearAlgebra.inverse(new double[][] {{1.0}, {1.0, 2.0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a[1] has length 2, a[0] has 1");
        assertThatThrownBy(() -> LinearAlgebra.qrTriangular(new double[1][2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearAlgebra.singularValues(new double[0][0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a has no rows");
    }

    private static double[][] identity(int n) {
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            result[i][i] = 1.0;
        }
        return result;
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        assertThat(actual).hasNumberOfRows(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], CLOSE);
        }
    }
}
