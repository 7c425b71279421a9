package dev.pullback.samples.benchmarks;

import static dev.pullback.samples.benchmarks.Gradients.assertClose;
import static dev.pullback.samples.benchmarks.Gradients.differences;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds the gradient of log-sum-exp against central differences and closed forms. */
class LogSumExpTest {

    @Test
    void handWrittenEqualsDifferences() {
        double[] x = RandomInputs.gaussian(new Random(7), 100, 3.0);
        double[] xBar = new double[100];

        assertThat(HandWrittenLogSumExp.valueAndGradient(x, xBar)).isEqualTo(LogSumExp.logSumExp(x));
        assertClose(xBar, differences(LogSumExp::logSumExp, x));
    }

    @Test
    void equalNumbersShareTheGradient() {
        double[] xBar = new double[4];

        double value = HandWrittenLogSumExp.valueAndGradient(new double[] {1000, 1000, 1000, 1000}, xBar);

        assertThat(value).isEqualTo(1000 + Math.log(4));
        assertThat(xBar).containsExactly(0.25, 0.25, 0.25, 0.25);
    }
}
