package dev.pullback.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.firstorder.Adam;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SparkMinibatchesTest {
    private static final int FEATURES = 3;
    private static final List<LogisticExample> EXAMPLES = LogisticExample.random(300, FEATURES, 2);

    @Test
    void trainsAClassifier() {
        double[] weights = new double[FEATURES];
        double before = LogisticExample.mean(EXAMPLES).value(weights);
        train(new Adam(0.05), weights, 0, 60);

        assertThat(LogisticExample.mean(EXAMPLES).value(weights)).isLessThan(0.6 * before);
    }

    @Test
    void continuesExactlyFromASavedStep() {
        double[] whole = new double[FEATURES];
        train(new Adam(0.05), whole, 0, 12);

        double[] resumed = new double[FEATURES];
        Adam first = new Adam(0.05);
        train(first, resumed, 0, 5);
        OptimizerState saved = first.state();
        Adam second = new Adam(0.05);
        second.restore(saved);
        train(second, resumed, 5, 12);

        assertThat(resumed).containsExactly(whole);
    }

    @Test
    void samplesDifferFromStepToStep() {
        double[] one = new double[FEATURES];
        double[] other = new double[FEATURES];
        batches(0.2).valueAndGradient(0, new double[FEATURES], one);
        batches(0.2).valueAndGradient(1, new double[FEATURES], other);

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void refusesAnEmptySampleAndAFractionOutOfRange() {
        assertThatThrownBy(() -> batches(1e-9).valueAndGradient(0, new double[FEATURES], new double[FEATURES]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("examples is empty");
        assertThatThrownBy(() -> batches(Double.NaN)).hasMessage("fraction must be above 0 and at most 1, is NaN");
        assertThatThrownBy(() -> batches(1.5)).hasMessage("fraction must be above 0 and at most 1, is 1.5");
    }

    private static void train(Adam adam, double[] weights, long from, long to) {
        double[] gradient = new double[FEATURES];
        for (long step = from; step < to; step++) {
            batches(0.3).valueAndGradient(step, weights, gradient);
            adam.step(weights, gradient);
        }
    }

    private static SparkMinibatches<LogisticExample> batches(double fraction) {
        return new SparkMinibatches<>(LocalSpark.distribute(EXAMPLES, 4), LogisticExample.LOSS, fraction, 7);
    }
}
