package dev.pullback.runtime.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RootTest {
    /** Its Jacobian is ((2, 1), (0, 4)). */
    private static void pullback(double[] seed, double[] bar) {
        bar[0] += 2 * seed[0];
        bar[1] += seed[0] + 4 * seed[1];
    }

    @Test
    void theAdjointSolvesTheTransposedSystem() {
        double[] u = new Root().adjoint(new double[] {2, 9}, RootTest::pullback);

        assertThat(u).containsExactly(new double[] {-1, -2}, within(1e-15));
    }

    @Test
    void theTangentSolvesTheSystem() {
        double[] d = new Root().tangent(new double[] {4, 8}, x -> new double[] {2 * x[0] + x[1], 4 * x[1]});

        assertThat(d).containsExactly(new double[] {-1, -2}, within(1e-15));
    }

    @Test
    void aNumberIsDivided() {
        assertThat(new Root().adjoint(3, 2)).isEqualTo(-1.5);
        assertThat(new Root().tangent(3, 2)).isEqualTo(-1.5);
    }

    @Test
    void whatHasNoDerivativeIsAnError() {
        assertThatThrownBy(() -> new Root().adjoint(new double[2], (seed, bar) -> bar[0] += seed[0]))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the root has no derivative");
        assertThatThrownBy(() -> new Root().tangent(1, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the slope of the residual is 0");
    }
}
