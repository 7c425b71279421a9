package dev.pullback.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.optim.firstorder.Adam;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LocalTrainingTest {
    private static final int FEATURES = 3;
    private static final List<LogisticExample> EXAMPLES = LogisticExample.random(301, FEATURES, 3);

    @Test
    void onePartitionTrainsAsASingleMachineDoes() {
        double[] expected = new double[FEATURES];
        Adam adam = new Adam(0.1);
        double[] gradient = new double[FEATURES];
        Workspace workspace = new Workspace();
        for (LogisticExample example : EXAMPLES) {
            LogisticExample.valueAndGradient(expected, example, gradient, workspace);
            adam.step(expected, gradient);
        }
        double[] actual = new double[FEATURES];
        training(1, 1).round(actual);

        assertThat(actual).containsExactly(expected, offset(1e-15));
    }

    @Test
    void roundsLowerTheLoss() {
        double[] point = new double[FEATURES];
        double before = LogisticExample.mean(EXAMPLES).value(point);
        LocalTraining<LogisticExample> training = training(4, 10);
        double first = training.round(point);
        double second = training.round(point);
        for (int round = 0; round < 10; round++) {
            second = training.round(point);
        }

        assertThat(second).isLessThan(first);
        assertThat(LogisticExample.mean(EXAMPLES).value(point)).isLessThan(0.6 * before);
    }

    @Test
    void isTheSameInEveryRun() {
        double[] one = new double[FEATURES];
        double[] other = new double[FEATURES];
        training(20, 7).round(one);
        training(20, 7).round(other);

        assertThat(one).containsExactly(other);
    }

    @Test
    void aFailedRoundLeavesTheParameters() {
        double[] point = {1.0, 2.0, 3.0};
        SparkLoss<LogisticExample> broken = (w, example, gradient, workspace) -> {
            throw new ArithmeticException("overflow");
        };
        var training = new LocalTraining<>(LocalSpark.distribute(EXAMPLES, 2), broken, () -> new Adam(0.02), 5);

        assertThatThrownBy(() -> training.round(point)).isInstanceOf(ArithmeticException.class);
        assertThat(point).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void namesABatchSizeThatIsNotPositive() {
        assertThatThrownBy(() -> training(1, 0)).hasMessage("batchSize must be positive, is 0");
    }

    private static LocalTraining<LogisticExample> training(int partitions, int batchSize) {
        return new LocalTraining<>(
                LocalSpark.distribute(EXAMPLES, partitions), LogisticExample.LOSS, () -> new Adam(0.1), batchSize);
    }
}
