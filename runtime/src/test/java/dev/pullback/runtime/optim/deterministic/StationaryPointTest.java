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

            assertThat(SymmetricEigenvalues.of(matrix)).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void badPointsAreNamed() {
        assertThatThrownBy(() -> classify(diagonal(1.0), Double.NaN)).hasMessage("point[0] is NaN");
        assertThatThrownBy(() -> classify(diagonal(Double.NaN), 0.0)).isInstanceOf(ArithmeticException.class);
    }

    private static StationaryPoint classify(SecondOrderObjective objective, double... point) {
        return StationaryPoint.classify(objective, point);
    }

    /** {@code sum d_i x_i^2 / 2}. */
    private static SecondOrderObjective diagonal(double... d) {
        return TestObjectives.of(
                x -> 0.0,
                (x, g) -> {
                    for (int i = 0; i < d.length; i++) {
                        g[i] = d[i] * x[i];
                    }
                },
                (x, v, hv) -> {
                    for (int i = 0; i < d.length; i++) {
                        hv[i] = d[i] * v[i];
                    }
                });
    }
}
