package dev.pullback.samples.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.optim.firstorder.GradientTelemetry.Verdict;
import dev.pullback.samples.optimization.DeepTraining.Experiment;
import dev.pullback.samples.optimization.DeepTraining.Outcome;
import org.junit.jupiter.api.Test;

/** Telemetry sees gradients that vanish and explode; initialization, rectified units and clipping cure them. */
final class DeepTrainingTest {

    private static final double UNTRAINED = Math.log(10.0);

    @Test
    void gradientsThatVanishAreFlaggedFromTheFirstLayerOnAndCuredByInitialization() {
        Outcome ill = DeepTraining.run(Experiment.SMALL_TANH);
        Outcome cured = DeepTraining.run(Experiment.SCALED_TANH);

        assertThat(ill.flagged()).containsOnlyKeys(Verdict.VANISHING);
        assertThat(ill.flagged().get(Verdict.VANISHING))
                .contains("layer1", "layer2", "layer3")
                .doesNotContain("output");
        assertThat(ill.loss()).isGreaterThan(0.99 * UNTRAINED);
        assertThat(cured.flagged()).doesNotContainKey(Verdict.VANISHING);
        assertThat(cured.loss()).isLessThan(0.6);
    }

    @Test
    void gradientsThatExplodeKillUnitsAndAreCuredByInitialization() {
        Outcome ill = DeepTraining.run(Experiment.LARGE_RECTIFIED);
        Outcome cured = DeepTraining.run(Experiment.SCALED_RECTIFIED);

        assertThat(ill.flagged().get(Verdict.EXPLODING)).contains("layer1", "layer12", "output");
        assertThat(ill.loss()).isGreaterThan(0.99 * UNTRAINED);
        assertThat(cured.flagged()).isEmpty();
        assertThat(cured.loss()).isLessThan(0.6);
    }

    @Test
    void stepsAlongExplodingGradientsAreCuredByClipping() {
        Outcome ill = DeepTraining.run(Experiment.RECURRENT);
        Outcome cured = DeepTraining.run(Experiment.CLIPPED_RECURRENT);

        assertThat(ill.flagged().get(Verdict.EXPLODING)).contains("recurrence");
        assertThat(ill.loss()).isGreaterThan(1.5);
        assertThat(cured.loss()).isLessThan(0.8);
    }
}
