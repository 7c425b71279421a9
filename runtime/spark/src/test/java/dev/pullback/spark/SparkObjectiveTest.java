package dev.pullback.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SparkObjectiveTest {
    private static final int FEATURES = 4;
    private static final double[] POINT = {0.3, -0.2, 0.5, 0.1};
    private static final List<LogisticExample> EXAMPLES = LogisticExample.random(500, FEATURES, 1);

    /** 16 partitions are added by the driver, 17 and more in groups; 600 partitions leave some empty. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 17, 40, 600})
    void equalsTheMeanOfASingleMachine(int partitions) {
        double[] expected = new double[FEATURES];
        double[] actual = new double[FEATURES];
        double expectedValue = LogisticExample.mean(EXAMPLES).valueAndGradient(POINT, expected);

        double value = objective(partitions).valueAndGradient(POINT, actual);

        assertThat(value).isCloseTo(expectedValue, offset(1e-14));
        assertThat(actual).containsExactly(expected, offset(1e-14));
        assertThat(objective(partitions).value(POINT)).isEqualTo(value);
    }

    @Test
    void isTheSameInEveryRun() {
        double[] first = gradient(objective(40));
        for (int run = 0; run < 5; run++) {
            assertThat(gradient(objective(40))).containsExactly(first);
        }
    }

    /** The failure comes when a part of the partition has been added, which is when a careless sum counts twice. */
    @Test
    void retriedTasksChangeNoBit() {
        SparkLoss<LogisticExample> failing = (w, example, gradient, workspace) -> {
            TaskContext task = TaskContext.get();
            if (task.partitionId() % 3 == 1 && task.attemptNumber() < 2 && example.x()[0] > 0.5) {
                throw new IllegalStateException("the task is lost");
            }
            return LogisticExample.valueAndGradient(w, example, gradient, workspace);
        };
        SparkObjective<LogisticExample> objective = SparkObjective.mean(LocalSpark.distribute(EXAMPLES, 7), failing);

        assertThat(gradient(objective)).containsExactly(gradient(objective(7)));
    }

    @Test
    void addsThePenaltyOnce() {
        Objective penalty = new Objective() {
            @Override
            public double value(double[] point) {
                return 10.0;
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                java.util.Arrays.fill(gradient, 2.0);
                return 10.0;
            }
        };
        double[] plain = new double[FEATURES];
        double[] penalized = new double[FEATURES];
        double value = objective(5).valueAndGradient(POINT, plain);

        assertThat(objective(5).plus(penalty).valueAndGradient(POINT, penalized))
                .isEqualTo(10.0 + value);
        for (int i = 0; i < FEATURES; i++) {
            assertThat(penalized[i]).isEqualTo(2.0 + plain[i]);
        }
    }

    @Test
    void servesAnyOptimizer() {
        var stop = new GradientNormBelow(1e-9).or(new IterationBudget(60));
        OptimizationResult here = new Lbfgs().minimize(LogisticExample.mean(EXAMPLES), new double[FEATURES], stop);
        OptimizationResult there = new Lbfgs().minimize(objective(4), new double[FEATURES], stop);

        assertThat(there.gradientNorm()).isLessThan(1e-9);
        assertThat(there.point()).containsExactly(here.point(), offset(1e-7));
    }

    @Test
    void exceptionOfTheLossArrivesAsItself() {
        SparkLoss<LogisticExample> broken = (w, example, gradient, workspace) -> {
            throw new ArithmeticException("no logarithm of " + w[0]);
        };
        assertThatThrownBy(() -> gradient(SparkObjective.mean(LocalSpark.distribute(EXAMPLES, 2), broken)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("no logarithm of 0.3");
    }

    @Test
    void refusesNoExamples() {
        JavaRDD<LogisticExample> none = LocalSpark.distribute(List.<LogisticExample>of(), 3);
        assertThatThrownBy(() -> gradient(SparkObjective.mean(none, LogisticExample.LOSS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("examples is empty");
    }

    @Test
    void namesTheGradientOfAnotherLength() {
        assertThatThrownBy(() -> objective(1).valueAndGradient(POINT, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradient has length 3, expected 4");
    }

    private static SparkObjective<LogisticExample> objective(int partitions) {
        return SparkObjective.mean(LocalSpark.distribute(EXAMPLES, partitions), LogisticExample.LOSS);
    }

    private static double[] gradient(Objective objective) {
        double[] gradient = new double[FEATURES];
        objective.valueAndGradient(POINT, gradient);
        return gradient;
    }
}
