package dev.pullback.runtime.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FixedPointTest {
    private static final double[] START = {1, -2};

    @Test
    void findsTheSolutionOfALinearSystem() {
        // x = A x + b with A = ((0.5, 0.2), (0.1, 0.3)) and b = (1, 2).
        double[] x = new FixedPoint().solve(START, v ->
                new double[] {0.5 * v[0] + 0.2 * v[1] + 1, 0.1 * v[0] + 0.3 * v[1] + 2});

        assertThat(x[0]).isCloseTo(1.1 / 0.33, within(1e-13));
        assertThat(x[1]).isCloseTo(1.1 / 0.33, within(1e-13));
        assertThat(START).containsExactly(1, -2);
    }

    @Test
    void theAdjointSolvesTheTransposedSystem() {
        double[] u = new FixedPoint().adjoint(new double[] {1, 0}, (seed, bar) -> {
            bar[0] += 0.5 * seed[0] + 0.1 * seed[1];
            bar[1] += 0.2 * seed[0] + 0.3 * seed[1];
        });

        assertThat(u[0]).isCloseTo(0.7 / 0.33, within(1e-13));
        assertThat(u[1]).isCloseTo(0.2 / 0.33, within(1e-13));
    }

    @Test
    void theTangentSolvesTheSystem() {
        double[] direct = {1, 0};
        double[] d =
                new FixedPoint().tangent(direct, v -> new double[] {0.5 * v[0] + 0.2 * v[1], 0.1 * v[0] + 0.3 * v[1]});

        assertThat(d[0]).isCloseTo(0.7 / 0.33, within(1e-13));
        assertThat(d[1]).isCloseTo(0.1 / 0.33, within(1e-13));
        assertThat(direct).containsExactly(1, 0);
    }

    @Test
    void aNumberIsDivided() {
        assertThat(new FixedPoint().adjoint(3, 0.5)).isEqualTo(6);
        assertThat(new FixedPoint().tangent(3, 0.5)).isEqualTo(6);
        assertThatThrownBy(() -> new FixedPoint().adjoint(3, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the slope of the step is 1");
    }

    @Test
    void aZeroAdjointIsZeroAtOnce() {
        assertThat(new FixedPoint().adjoint(new double[2], (seed, bar) -> bar[0] += 0.5 * seed[0]))
                .containsExactly(0, 0);
    }

    @Test
    void whatDoesNotConvergeIsAnError() {
        FixedPoint impatient = new FixedPoint(1e-12, 50);

        assertThatThrownBy(() -> impatient.adjoint(START, (seed, bar) -> bar[0] -= seed[0]))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the adjoint of the fixed point does not converge: after 50 iterations");
        assertThatThrownBy(() -> new FixedPoint().solve(START, v -> new double[] {3 * v[0], v[1]}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the iteration diverges");
        assertThatThrownBy(() -> new FixedPoint().solve(START, v -> new double[] {Double.NaN, v[1]}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("iteration 1 gives no finite numbers");
    }

    @Test
    void whatIsNotFiniteGivesNaN() {
        double[] seed = {Double.NaN, 1};

        assertThat(new FixedPoint().adjoint(seed, (u, bar) -> bar[1] += 0.5 * u[0]))
                .containsExactly(Double.NaN, Double.NaN);
        assertThat(new FixedPoint().tangent(new double[] {1, Double.NEGATIVE_INFINITY}, double[]::clone))
                .containsExactly(Double.NaN, Double.NaN);
        assertThat(seed).containsExactly(Double.NaN, 1);
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> new FixedPoint(0, 5)).hasMessageContaining("tolerance must be positive, but is 0.0");
        assertThatThrownBy(() -> new FixedPoint(1e-9, 0)).hasMessageContaining("mostIterations must be positive");
        assertThatThrownBy(() -> new FixedPoint().solve(START, v -> new double[1]))
                .hasMessageContaining("the step gives 1 entries for 2");
    }
}
