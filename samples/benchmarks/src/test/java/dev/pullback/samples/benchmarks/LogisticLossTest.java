package dev.pullback.samples.benchmarks;

import static dev.pullback.samples.benchmarks.Gradients.assertAllocatesNothing;
import static dev.pullback.samples.benchmarks.Gradients.assertClose;
import static dev.pullback.samples.benchmarks.Gradients.differences;
import static dev.pullback.samples.benchmarks.Gradients.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the gradients of the logistic loss against central differences and a closed form. */
class LogisticLossTest {

    /** A gradient of the logistic loss. */
    private interface Gradient {
        double apply(LogisticData in, double[] wBar, double[] scalarBars);
    }

    private static final Gradient HAND_WRITTEN = (in, wBar, scalarBars) ->
            HandWrittenLogisticLoss.valueAndGradient(in.w(), in.b(), in.x(), in.y(), in.lambda(), wBar, scalarBars);

    private static final Gradient TUNED = (in, wBar, scalarBars) ->
            new TunedLogisticLoss().valueAndGradient(in.w(), in.b(), in.x(), in.y(), in.lambda(), wBar, scalarBars);

    private static final Gradient GENERATED = (in, wBar, scalarBars) -> LogisticLossDerivatives.lossValueAndGradient(
            in.w(), in.b(), in.x(), in.y(), in.lambda(), wBar, scalarBars, new Workspace());

    /** Every remainder of the examples by four. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 37, 569})
    void handWrittenEqualsDifferences(int examples) {
        checkAgainstDifferences(LogisticData.random(examples, 30), HAND_WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 37, 569})
    void tunedEqualsDifferences(int examples) {
        checkAgainstDifferences(LogisticData.random(examples, 30), TUNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 37, 569})
    void generatedEqualsHandWritten(int examples) {
        LogisticData in = LogisticData.random(examples, 30);
        double[] wBar = new double[30];
        double[] scalarBars = new double[1];
        double[] expected = new double[30];
        double[] expectedScalars = new double[1];
        HAND_WRITTEN.apply(in, expected, expectedScalars);

        checkAgainstDifferences(in, GENERATED);
        GENERATED.apply(in, wBar, scalarBars);
        assertClose(flatten(wBar, scalarBars), flatten(expected, expectedScalars));
    }

    @Test
    void generatedAllocatesNothing() {
        LogisticData in = LogisticData.random(37, 30);
        double[] wBar = new double[30];
        double[] scalarBars = new double[1];
        Workspace workspace = new Workspace();

        assertAllocatesNothing(() -> LogisticLossDerivatives.lossValueAndGradient(
                in.w(), in.b(), in.x(), in.y(), in.lambda(), wBar, scalarBars, workspace));
    }

    @Test
    void handWrittenIsRightWhereFitsStart() {
        checkAtZero(HAND_WRITTEN);
    }

    @Test
    void tunedIsRightWhereFitsStart() {
        checkAtZero(TUNED);
    }

    @Test
    void generatedIsRightWhereFitsStart() {
        checkAtZero(GENERATED);
    }

    @Test
    void doesNotOverflow() {
        LogisticData in = LogisticData.random(10, 3);
        Arrays.fill(in.w(), 1e4);

        assertThat(LogisticLoss.loss(in.w(), in.b(), in.x(), in.y(), in.lambda()))
                .isFinite();
    }

    private static void checkAgainstDifferences(LogisticData in, Gradient gradient) {
        int features = in.w().length;
        double[] wBar = new double[features];
        double[] scalarBars = {Double.NaN};
        Arrays.fill(wBar, Double.NaN);

        double value = gradient.apply(in, wBar, scalarBars);

        double[] point = flatten(in.w(), new double[] {in.b()});
        assertThat(value).isEqualTo(LogisticLoss.loss(in.w(), in.b(), in.x(), in.y(), in.lambda()));
        assertClose(
                flatten(wBar, scalarBars),
                differences(
                        p -> LogisticLoss.loss(Arrays.copyOf(p, features), p[features], in.x(), in.y(), in.lambda()),
                        point));
    }

    /** At the origin every example has probability one half, and its gradient is {@code (1/2 - y) x}. */
    private static void checkAtZero(Gradient gradient) {
        LogisticData data = LogisticData.random(50, 4);
        LogisticData in = new LogisticData(new double[4], 0.0, data.x(), data.y(), data.lambda());
        double[] expected = new double[5];
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < 4; j++) {
                expected[j] += (0.5 - in.y()[i]) * in.x()[i][j] / 50;
            }
            expected[4] += (0.5 - in.y()[i]) / 50;
        }
        double[] wBar = new double[4];
        double[] scalarBars = new double[1];

        gradient.apply(in, wBar, scalarBars);

        assertClose(flatten(wBar, scalarBars), expected);
    }
}
