package dev.pullback.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.check.DotProductCheck.Pullback;
import dev.pullback.runtime.check.DotProductCheck.Pushforward;
import org.junit.jupiter.api.Test;

class DotProductCheckTest {

    private static final double[][] JACOBIAN = {{1.0, -2.0, 0.5}, {3.0, 1e-3, 7.0}};
    private final DotProductCheck check = new DotProductCheck();

    private static Pushforward pushforward(double[][] jacobian) {
        return (xDot, yDot) -> {
            for (int i = 0; i < jacobian.length; i++) {
                for (int j = 0; j < xDot.length; j++) {
                    yDot[i] += jacobian[i][j] * xDot[j];
                }
            }
        };
    }

    private static Pullback pullback(double[][] jacobian) {
        return (yBar, xBar) -> {
            for (int i = 0; i < jacobian.length; i++) {
                for (int j = 0; j < xBar.length; j++) {
                    xBar[j] += jacobian[i][j] * yBar[i];
                }
                yBar[i] = 0.0; // as generated code may do
            }
        };
    }

    @Test
    void modesOfOneJacobianAgree() {
        check.assertMatches(pushforward(JACOBIAN), pullback(JACOBIAN), 3, 2);
        assertThat(check.check(pushforward(JACOBIAN), pullback(JACOBIAN), 3, 2))
                .isEqualTo(check.check(pushforward(JACOBIAN), pullback(JACOBIAN), 3, 2));
    }

    @Test
    void plantedFaultsAreCaught() {
        assertCaught(new double[][] {{-1.0, 2.0, -0.5}, {-3.0, -1e-3, -7.0}}); // sign
        assertCaught(new double[][] {{2.0, -4.0, 1.0}, {6.0, 2e-3, 14.0}}); // factor
        assertCaught(new double[][] {{1.0, -2.0, 0.5}, {3.0, 1.000001e-3, 7.0}}); // one small entry, a little
        assertCaught(new double[][] {{-2.0, 1.0, 0.5}, {3.0, 1e-3, 7.0}}); // swapped entries
        assertCaught(new double[][] {{3.0, 1e-3, 7.0}, {1.0, -2.0, 0.5}}); // swapped rows
        assertCaught(new double[2][3]); // nothing written
        assertCaught(new double[][] {{1.0, -2.0, 0.5}, {3.0, Double.NaN, 7.0}});
    }

    private void assertCaught(double[][] wrong) {
        assertThat(check.check(pushforward(JACOBIAN), pullback(wrong), 3, 2).matches())
                .isFalse();
        assertThatThrownBy(() -> check.assertMatches(pushforward(wrong), pullback(JACOBIAN), 3, 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("yBar.(J xDot) is ");
    }

    @Test
    void aZeroJacobianPasses() {
        check.assertMatches(pushforward(new double[2][3]), pullback(new double[2][3]), 3, 2);
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> check.check(pushforward(JACOBIAN), pullback(JACOBIAN), 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inputs and outputs must be at least 1, are 0 and 2");
        assertThatThrownBy(() -> new DotProductCheck(1.0)).isInstanceOf(IllegalArgumentException.class);
    }
}
