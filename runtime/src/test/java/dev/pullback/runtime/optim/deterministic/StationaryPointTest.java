package dev.pullback.runtime.optim.deterministic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.optim.deterministic.StationaryPoint.Kind;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;

class StationaryPointTest {

    @Test
    void pointsAreClassified() {
        assertThat(classify(TestObjectives.secondOrderQuadratic(), 0.0, 1.0).kind())
                .isEqualTo(Kind.MINIMUM);
        assertThat(classify(TestObjectives.doubleWell(), 0.0, 0.0).kind()).isEqualTo(Kind.SADDLE);
        assertThat(classify(TestObjectives.doubleWell(), 1.0, 0.0).kind()).isEqualTo(Kind.MINIMUM);
        assertThat(classify(TestObjectives.doubleWell(), 0.5, 0.0).kind()).isEqualTo(Kind.NOT_STATIONARY);
        assertThat(classify(diagonal(-1.0, -2.0), 0.0, 0.0).kind()).isEqualTo(Kind.MAXIMUM);
        assertThat(classify(diagonal(1.0, 0.0), 0.0, 0.0).kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(classify(diagonal(0.0, 0.0), 0.0, 0.0).kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(classify(diagonal(1.0, -1e-3, 0.0), 0.0, 0.0, 0.0).kind()).isEqualTo(Kind.SADDLE);
        assertThat(classify(diagonal(3.0, -1.0, 2.0), 0.0, 0.0, 0.0).eigenvalues())
                .containsExactly(-1.0, 2.0, 3.0);
    }

    @Test
    void eigenvaluesAgreeWithHipparchus() {
        Random random = new Random(3);
        for (int n = 1; n <= 12; n++) {
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = random.nextGaussian();
                    matrix[j][i] = matrix[i][j];
                }
            }
            double[] expected = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix)).getEigenvalues();
            Arrays.sort(expected);

            assertThat(classify(quadratic(matrix), new double[n]).eigenvalues())
                    .containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void badPointsAreNamed() {
        assertThatThrownBy(() -> classify(diagonal(1.0), Double.NaN)).hasMessage("point[0] is NaN");
        assertThatThrownBy(() -> classify(diagonal())).hasMessage("point is empty");
        assertThatThrownBy(() -> classify(diagonal(Double.NaN), 0.0)).isInstanceOf(ArithmeticException.class);
    }

    private static StationaryPoint classify(SecondOrderObjective objective, double... point) {
        return StationaryPoint.classify(objective, point);
    }

    /** {@code sum d_i x_i^2 / 2}. */
    private static SecondOrderObjective diagonal(double... d) {
        double[][] matrix = new double[d.length][d.length];
        for (int i = 0; i < d.length; i++) {
            matrix[i][i] = d[i];
        }
        return quadratic(matrix);
    }

    /** {@code x^T A x / 2}. */
    private static SecondOrderObjective quadratic(double[][] a) {
        return TestObjectives.of(x -> 0.0, (x, g) -> multiply(a, x, g), (x, v, product) -> multiply(a, v, product));
    }

    private static void multiply(double[][] a, double[] x, double[] product) {
        for (int i = 0; i < x.length; i++) {
            product[i] = 0.0;
            for (int j = 0; j < x.length; j++) {
                product[i] += a[i][j] * x[j];
            }
        }
    }
}
