package dev.pullback.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.check.GradientCheck;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumObjectiveTest {

    private static final ParameterBlocks BLOCKS =
            ParameterBlocks.builder().vector("w", 2).scalar("bias").build();
    private static final double[] POINT = {0.3, -0.7, 0.1};

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 31, 32, 1000, 5003})
    void theResultHasTheSameBitsForAnyNumberOfThreads(int count) {
        List<LogisticExample> examples = LogisticExample.random(count, 1);
        double[] expected = new double[3];
        double value = objective(examples, new ForkJoinPool(1)).valueAndGradient(POINT, expected);
        for (int threads : new int[] {2, 3, 7}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            SumObjective<LogisticExample> objective = objective(examples, pool);
            for (int run = 0; run < 20; run++) {
                double[] gradient = new double[3];
                assertThat(objective.valueAndGradient(POINT, gradient)).isEqualTo(value);
                assertThat(gradient).containsExactly(expected);
                assertThat(objective.value(POINT)).isEqualTo(value);
            }
            pool.shutdown();
        }
    }

    @Test
    void itIsTheMeanOfTheLosses() {
        List<LogisticExample> examples = LogisticExample.random(777, 2);
        double[] sum = new double[3];
        double[] one = new double[3];
        double value = 0.0;
        for (LogisticExample example : examples) {
            value += LogisticExample.valueAndGradient(POINT, example, one, null);
            for (int j = 0; j < 3; j++) {
                sum[j] += one[j];
            }
        }
        double[] gradient = new double[3];
        SumObjective<LogisticExample> objective = objective(examples, ForkJoinPool.commonPool());
        assertThat(objective.valueAndGradient(POINT, gradient)).isCloseTo(value / 777, within(1e-14));
        for (int j = 0; j < 3; j++) {
            assertThat(gradient[j]).isCloseTo(sum[j] / 777, within(1e-14));
        }
        assertThat(new GradientCheck().check(objective, POINT).matches()).isTrue();
        assertThat(objective.parameterBlocks(3).nameOf(2)).isEqualTo("bias");
    }

    /** A loss with a buffer gives wrong sums if two threads share it, and here says so. */
    @Test
    void eachThreadHasALossOfItsOwn() {
        List<LogisticExample> examples = LogisticExample.random(5003, 4);
        double[] expected = new double[3];
        double value = objective(examples, new ForkJoinPool(1)).valueAndGradient(POINT, expected);
        ForkJoinPool pool = new ForkJoinPool(4);
        SumObjective<LogisticExample> objective = new SumObjective<>(examples, new Buffered(), BLOCKS, pool);
        double[] gradient = new double[3];

        assertThat(objective.valueAndGradient(POINT, gradient)).isEqualTo(value);
        assertThat(gradient).containsExactly(expected);
        pool.shutdown();
    }

    /** The primal takes the place of a gradient that nobody asked for, with the same bits. */
    @Test
    void theValueAloneCostsNoGradient() {
        List<LogisticExample> examples = LogisticExample.random(777, 2);
        AtomicInteger gradients = new AtomicInteger();
        ExampleLoss<LogisticExample> counted = (point, example, gradient, workspace) -> {
            gradients.incrementAndGet();
            return LogisticExample.valueAndGradient(point, example, gradient, workspace);
        };
        ExampleLoss<LogisticExample> paired = ExampleLoss.of(
                (point, example) -> LogisticExample.valueAndGradient(point, example, new double[3], null), counted);
        SumObjective<LogisticExample> objective = new SumObjective<>(examples, paired, BLOCKS);

        double value = objective.value(POINT);
        assertThat(gradients).hasValue(0);
        assertThat(objective.valueAndGradient(POINT, new double[3])).isEqualTo(value);
        assertThat(gradients).hasValue(777);
        assertThat(new SumObjective<>(examples, counted, BLOCKS).value(POINT)).isEqualTo(value);
        assertThat(paired.forThread().value(POINT, examples.get(0), new Workspace()))
                .isEqualTo(counted.value(POINT, examples.get(0), new Workspace()));
        assertThat(paired.parameterBlocks(3)).isEqualTo(counted.parameterBlocks(3));
    }

    private static final class Buffered implements ExampleLoss<LogisticExample> {
        private final AtomicBoolean isInUse = new AtomicBoolean();

        @Override
        public double valueAndGradient(
                double[] point, LogisticExample example, double[] gradient, Workspace workspace) {
            if (!isInUse.compareAndSet(false, true)) {
                throw new IllegalStateException("two threads");
            }
            double value = LogisticExample.valueAndGradient(point, example, gradient, workspace);
            isInUse.set(false);
            return value;
        }

        @Override
        public ExampleLoss<LogisticExample> forThread() {
            return new Buffered();
        }
    }

    @Test
    void anExceptionOfTheLossReachesTheCaller() {
        SumObjective<LogisticExample> objective = new SumObjective<>(
                LogisticExample.random(100, 3),
                (w, example, gradient, workspace) -> {
                    throw new IllegalStateException("mine");
                },
                BLOCKS);
        assertThatThrownBy(() -> objective.value(POINT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mine");
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> objective(List.of(), ForkJoinPool.commonPool()))
                .hasMessage("examples is empty");
        SumObjective<LogisticExample> objective = objective(LogisticExample.random(5, 3), ForkJoinPool.commonPool());
        assertThatThrownBy(() -> objective.value(new double[2])).hasMessage("point has length 2, expected 3");
        assertThatThrownBy(() -> objective.valueAndGradient(POINT, new double[4]))
                .hasMessage("gradient has length 4, expected 3");
    }

    private static SumObjective<LogisticExample> objective(List<LogisticExample> examples, ForkJoinPool pool) {
        return new SumObjective<>(examples, LogisticExample::valueAndGradient, BLOCKS, pool);
    }
}
