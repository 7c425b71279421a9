package dev.pullback.runtime.optim.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.testkit.Allocation;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every method that moves by one gradient at a time. */
class StepOptimizersTest {

    private static final int SIZE = 6;
    private static final ParameterBlocks BLOCKS =
            ParameterBlocks.builder().vector("a", 4).vector("b", 2).build();

    static Stream<Named<Supplier<StepOptimizer>>> optimizers() {
        Schedule falling = Schedule.cosine(0.05, 1e-4, 3000);
        Adam.Settings adam = Adam.Settings.defaults().withLearningRate(falling);
        return Stream.of(
                named("Sgd", () -> new Sgd(falling)),
                named("Momentum", () -> new Momentum(falling, 0.9)),
                named("Nesterov", () -> new Nesterov(falling, 0.9)),
                named("AdaGrad", () -> new AdaGrad(Schedule.constant(0.5), 1e-10)),
                named("AdaDelta", () -> new AdaDelta(Schedule.constant(1.0), 0.95, 1e-3)),
                named("RmsProp", () -> new RmsProp(falling, 0.9, 1e-8)),
                named("Adam", () -> new Adam(adam)),
                named("AdamW", () -> new AdamW(adam, 1e-4)),
                named("AmsGrad", () -> new AmsGrad(adam)),
                named("NAdam", () -> new NAdam(adam)),
                named("RAdam", () -> new RAdam(adam)),
                named("AdaMax", () -> new AdaMax(adam)),
                named("Lion", () -> new Lion(falling, 0.9, 0.99, 0.0)),
                named("Lars", () -> new Lars(Schedule.cosine(1.0, 0.01, 3000), BLOCKS, 0.9, 0.01, 0.0)),
                named("Lamb", () -> new Lamb(adam, BLOCKS, 0.0)),
                named(
                        "clipped",
                        () -> Clipping.globalNorm(5.0).andThen(Penalty.l2(1e-5)).before(new Adam(adam))),
                named("accumulated", () -> new Accumulation(new Adam(adam), 3)),
                named(
                        "by block",
                        () -> BlockSettings.of(BLOCKS)
                                .learningRate("b", 0.5)
                                .decay("a", 1e-5)
                                .apply(new Momentum(falling, 0.5))));
    }

    private static Named<Supplier<StepOptimizer>> named(String name, Supplier<StepOptimizer> optimizer) {
        return Named.of(name, optimizer);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void descends(Supplier<StepOptimizer> optimizer) {
        double[] start = new double[SIZE];
        java.util.Arrays.fill(start, 0.5);
        OptimizationResult result =
                optimizer.get().minimize(TestObjectives.quadratic(), start, new IterationBudget(3000));

        assertThat(result.value()).isLessThan(1e-2 * TestObjectives.quadratic().value(start));
    }

    /** The state goes through bytes at a random step, as after a kill. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void resumesBitForBit(Supplier<StepOptimizer> optimizer) {
        Random random = new Random(5);
        for (int run = 0; run < 5; run++) {
            double[] straight = TestObjectives.rosenbrockStart(SIZE);
            double[] resumed = straight.clone();
            StepOptimizer whole = optimizer.get();
            steps(whole, straight, 60);
            int killedAt = 1 + random.nextInt(58);
            StepOptimizer before = optimizer.get();
            steps(before, resumed, killedAt);
            byte[] saved = before.state().toBytes();
            StepOptimizer after = optimizer.get();
            after.restore(OptimizerState.fromBytes(saved));
            steps(after, resumed, 60 - killedAt);

            assertThat(resumed).as("killed at step " + killedAt).containsExactly(straight);
            assertThat(after.state()).isEqualTo(whole.state());
            assertThat(after.steps()).isEqualTo(60);
            assertThat(OptimizerState.fromBytes(after.state().toBytes())).isEqualTo(whole.state());
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void resetStartsOver(Supplier<StepOptimizer> optimizer) {
        StepOptimizer reused = optimizer.get();
        double[] first = TestObjectives.rosenbrockStart(SIZE);
        steps(reused, first, 7);
        reused.reset();
        assertThat(reused.steps()).isZero();
        double[] second = TestObjectives.rosenbrockStart(SIZE);
        steps(reused, second, 7);

        assertThat(second).containsExactly(first);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void allocatesNothingPerStep(Supplier<StepOptimizer> supplier) {
        StepOptimizer optimizer = supplier.get();
        double[] parameters = TestObjectives.rosenbrockStart(SIZE);
        double[] gradient = new double[SIZE];
        assertThat(Allocation.ofSteadyState(() -> {
                    for (int i = 0; i < 1000; i++) {
                        gradient[3] = i % 7 - 3;
                        optimizer.step(parameters, gradient);
                    }
                }))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void badArgumentsAreNamedAndChangeNothing(Supplier<StepOptimizer> supplier) {
        StepOptimizer optimizer = supplier.get();
        double[] parameters = TestObjectives.rosenbrockStart(SIZE);
        steps(optimizer, parameters, 2);
        double[] copy = parameters.clone();
        OptimizerState state = optimizer.state();
        double[] bad = new double[SIZE];
        bad[4] = Double.NaN;

        assertThatThrownBy(() -> optimizer.step(parameters, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gradient[4]");
        assertThatThrownBy(() -> optimizer.step(parameters, new double[SIZE + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradient has length 7, parameters has length 6");
        assertThatThrownBy(() -> optimizer.step(bad, new double[SIZE])).hasMessageContaining("parameters[4]");
        assertThatThrownBy(() -> optimizer.step(new double[0], new double[0])).hasMessage("parameters is empty");
        assertThatThrownBy(() -> optimizer.restore(new OptimizerState("Other", 1, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("state is of Other, expected ");

        assertThat(parameters).containsExactly(copy);
        assertThat(optimizer.state()).isEqualTo(state);
    }

    private static void steps(StepOptimizer optimizer, double[] parameters, int count) {
        Objective objective = TestObjectives.quadratic();
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < count; i++) {
            objective.valueAndGradient(parameters, gradient);
            optimizer.step(parameters, gradient);
        }
    }
}
