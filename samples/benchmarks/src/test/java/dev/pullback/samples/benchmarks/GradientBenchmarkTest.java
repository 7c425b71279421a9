package dev.pullback.samples.benchmarks;

import static dev.pullback.samples.benchmarks.Gradients.assertAllocatesNothing;
import static dev.pullback.samples.benchmarks.Gradients.assertClose;
import static dev.pullback.samples.benchmarks.Gradients.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients by hand and the generated ones, found independently, are the same. */
class GradientBenchmarkTest {

    static Stream<GradientBenchmark> cases() {
        return Stream.of(
                new BrownProjectionBenchmark(),
                new CholeskySolveBenchmark(),
                new HeatStencilBenchmark(),
                new IirFilterBenchmark(),
                new LstmStepBenchmark(),
                new SabrBenchmark(),
                new TrajectoryBenchmark());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatedEqualsHandWritten(GradientBenchmark benchmark) {
        benchmark.setUp();
        double value = benchmark.value();
        assertThat(benchmark.byHand()).isEqualTo(value);
        double[] expected = flatten(benchmark.bars());
        assertThat(Arrays.stream(expected).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-3);

        for (int call = 0; call < 2; call++) {
            Stream.of(benchmark.bars())
                    .flatMap(bars -> bars instanceof double[][] rows ? Stream.of(rows) : Stream.of((double[]) bars))
                    .forEach(bars -> Arrays.fill(bars, Double.NaN));
            assertThat(benchmark.byProcessor()).isEqualTo(value);
            assertClose(flatten(benchmark.bars()), expected);
        }
        assertAllocatesNothing(benchmark::byProcessor);
        assertAllocatesNothing(benchmark::byHand);
    }
}
