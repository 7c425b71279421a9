package dev.pullback.samples.benchmarks;

import static dev.pullback.samples.benchmarks.Gradients.assertAllocatesNothing;
import static dev.pullback.samples.benchmarks.Gradients.assertClose;
import static dev.pullback.samples.benchmarks.Gradients.differences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the gradient of log-sum-exp against central differences and closed forms. */
class LogSumExpTest {

    @Test
    void handWrittenEqualsDifferences() {
        double[] x = RandomInputs.gaussian(new Random(7), 100, 3.0);
        double[] xBar = new double[100];

        assertThat(HandWrittenLogSumExp.valueAndGradient(x, xBar)).isEqualTo(LogSumExp.logSumExp(x));
        assertClose(xBar, differences(LogSumExp::logSumExp, x));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 1000})
    void generatedEqualsHandWritten(int numbers) {
        double[] x = RandomInputs.gaussian(new Random(7), numbers, 3.0);
        double[] xBar = new double[numbers];
        double[] expected = new double[numbers];
        Workspace workspace = new Workspace();
        HandWrittenLogSumExp.valueAndGradient(x, expected);

        for (int call = 0; call < 2; call++) {
            Arrays.fill(xBar, Double.NaN);
            assertThat(LogSumExpDerivatives.logSumExpValueAndGradient(x, xBar, workspace))
                    .isEqualTo(LogSumExp.logSumExp(x));
            assertClose(xBar, expected);
        }
        assertAllocatesNothing(() -> LogSumExpDerivatives.logSumExpValueAndGradient(x, xBar, workspace));
    }

    @Test
    void equalNumbersShareTheGradient() {
        double[] xBar = new double[4];

        double value = HandWrittenLogSumExp.valueAndGradient(new double[] {1000, 1000, 1000, 1000}, xBar);

        assertThat(value).isEqualTo(1000 + Math.log(4));
        assertThat(xBar).containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void equalNumbersShareTheGeneratedGradient() {
        assertThat(LogSumExpDerivatives.logSumExpGradient(new double[] {1000, 1000, 1000, 1000}))
                .containsExactly(0.25, 0.25, 0.25, 0.25);
    }
}
