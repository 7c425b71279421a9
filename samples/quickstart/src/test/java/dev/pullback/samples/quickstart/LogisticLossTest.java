package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticLossTest {

    private static final double TOLERANCE = 1e-14;
    private static final double[][] X = {{1.0, 2.0}, {-3.0, 0.5}, {0.25, -1.0}};
    private static final int[] Y = {1, 0, 0};

    @Test
    void valueIsTheMeanLogLossPlusThePenalty() {
        double[] w = {0.3, -0.7};
        double expected = 0.0;
        for (int i = 0; i < X.length; i++) {
            double z = 0.1 + w[0] * X[i][0] + w[1] * X[i][1];
            expected += Math.log(1.0 + Math.exp(Y[i] == 1 ? -z : z)) / X.length;
        }
        expected += 0.5 * 0.4 * (0.3 * 0.3 + 0.7 * 0.7);

        assertThat(LogisticLoss.loss(w, 0.1, X, Y, 0.4)).isCloseTo(expected, within(TOLERANCE));
    }

    @Test
    void gradientFollowsTheClosedForm() {
        assertGradient(new double[] {0.3, -0.7}, 0.1, 0.4);
    }

    /** Every margin is zero here, the border between the two forms of the log-loss. */
    @Test
    void gradientIsRightWhereTrainingStarts() {
        assertGradient(new double[2], 0.0, 0.4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, -1e3, 1e300, -1e300})
    void neitherFormOverflows(double b) {
        double[] w = new double[2];
        double[] wBar = new double[2];
        double[] scalarBars = new double[1];

        double loss = LogisticLossDerivatives.lossValueAndGradient(w, b, X, Y, 0.4, wBar, scalarBars);

        double wrong = b > 0.0 ? 2.0 / 3.0 : -1.0 / 3.0;
        assertThat(loss).isCloseTo(wrong * b, within(TOLERANCE * Math.abs(b)));
        assertThat(scalarBars[0]).isCloseTo(wrong, within(TOLERANCE));
        assertThat(wBar[0]).isFinite();
        assertThat(wBar[1]).isFinite();
    }

    /** {@code (sigmoid(z) - y) x / n + lambda w}; the bias without the penalty. */
    private static void assertGradient(double[] w, double b, double lambda) {
        double[] expected = {lambda * w[0], lambda * w[1], 0.0};
        for (int i = 0; i < X.length; i++) {
            double z = b + w[0] * X[i][0] + w[1] * X[i][1];
            double error = (1.0 / (1.0 + Math.exp(-z)) - Y[i]) / X.length;
            expected[0] += error * X[i][0];
            expected[1] += error * X[i][1];
            expected[2] += error;
        }
        double[] gradient = {Double.NaN, Double.NaN, Double.NaN};
        double[] point = {w[0], w[1], b};

        double value = LogisticLossDerivatives.lossObjective(X, Y, lambda).valueAndGradient(point, gradient);

        assertThat(value).isEqualTo(LogisticLoss.loss(w, b, X, Y, lambda));
        assertThat(gradient).containsExactly(expected, within(TOLERANCE));
    }
}
