package dev.pullback.runtime.optim.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.firstorder.GradientTelemetry.Verdict;
import dev.pullback.runtime.testkit.Allocation;
import org.junit.jupiter.api.Test;

class GradientTelemetryTest {

    private static final ParameterBlocks BLOCKS = ParameterBlocks.builder()
            .vector("first", 2)
            .scalar("middle")
            .scalar("last")
            .build();

    @Test
    void blocksAreFlaggedAfterSomeStepsInARow() {
        GradientTelemetry telemetry = new GradientTelemetry(BLOCKS, 1e-6, 100.0, 2);
        telemetry.record(new double[] {3.0, 4.0, 1e-7, 1e3});
        assertThat(telemetry.size("first")).isEqualTo(5.0 / Math.sqrt(2.0));
        assertThat(telemetry.verdict("middle")).isEqualTo(Verdict.HEALTHY);
        telemetry.record(new double[] {3.0, 4.0, 1e-8, Double.NaN});
        assertThat(telemetry.verdict("first")).isEqualTo(Verdict.HEALTHY);
        assertThat(telemetry.verdict("middle")).isEqualTo(Verdict.VANISHING);
        assertThat(telemetry.verdict("last")).isEqualTo(Verdict.EXPLODING);
        assertThat(telemetry.report()).contains("middle", "VANISHING", "EXPLODING");
        telemetry.record(new double[] {3.0, 4.0, 1.0, 1.0});
        assertThat(telemetry.verdict("middle")).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void allocatesNothing() {
        GradientTelemetry telemetry = new GradientTelemetry(BLOCKS);
        double[] gradient = new double[4];
        assertThat(Allocation.ofSteadyState(() -> telemetry.record(gradient))).isZero();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> new GradientTelemetry(BLOCKS, 1.0, 1.0, 2)).hasMessageStartingWith("exploding");
        assertThatThrownBy(() -> new GradientTelemetry(BLOCKS).record(new double[3]))
                .hasMessage("gradient has length 3, expected 4");
    }
}
