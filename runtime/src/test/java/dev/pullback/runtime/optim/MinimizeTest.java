package dev.pullback.runtime.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.runtime.optim.firstorder.Adam;
import dev.pullback.runtime.testkit.Allocation;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every optimizer's {@code minimize}: input checks, listeners, criteria, the result. */
class MinimizeTest {

    private static final IterationBudget TEN = new IterationBudget(10);

    static Stream<Optimizer> optimizers() {
        return Stream.of(new Adam(0.01), new Lbfgs());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void nullArgumentsAreNamed(Optimizer optimizer) {
        Objective objective = TestObjectives.quadratic();
        double[] start = {1.0};
        Listener none = Listener.none();

        assertThatThrownBy(() -> optimizer.minimize(null, start, TEN))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("objective is null");
        assertThatThrownBy(() -> optimizer.minimize(objective, null, TEN)).hasMessage("start is null");
        assertThatThrownBy(() -> optimizer.minimize(objective, start, null)).hasMessage("stopping is null");
        assertThatThrownBy(() -> optimizer.minimize(objective, start, TEN, null))
                .hasMessage("listener is null");
        assertThat(optimizer.minimize(objective, start, TEN, none).iterations())
                .isEqualTo(optimizer instanceof Adam ? 10 : 1);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void badStartsAreNamed(Optimizer optimizer) {
        Objective objective = TestObjectives.quadratic();

        assertThatThrownBy(() -> optimizer.minimize(objective, new double[0], TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start is empty");
        assertThatThrownBy(() -> optimizer.minimize(objective, new double[] {0.0, Double.NaN}, TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start[1] is NaN");
        assertThatThrownBy(() ->
                        optimizer.minimize(TestObjectives.of(x -> Math.log(-1.0), (x, g) -> {}), new double[2], TEN))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the objective's value at the start is NaN");
        assertThatThrownBy(() -> optimizer.minimize(
                        TestObjectives.of(x -> 0.0, (x, g) -> g[1] = Double.NEGATIVE_INFINITY), new double[2], TEN))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the objective's gradient at the start: gradient[1] is -Infinity");
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anExceptionOfTheObjectiveReachesTheCaller(Optimizer optimizer) {
        Objective objective = TestObjectives.of(x -> 0.0, (x, g) -> {
            throw new IllegalStateException("mine");
        });

        assertThatThrownBy(() -> optimizer.minimize(objective, new double[1], TEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aListenerSeesEveryIterationAndMayStop(Optimizer optimizer) {
        LossHistory history = new LossHistory(0);
        Listener stopAtThree =
                progress -> progress.iteration() == 3 ? Listener.Decision.STOP : Listener.Decision.CONTINUE;

        OptimizationResult result = optimizer.minimize(
                TestObjectives.rosenbrock(),
                TestObjectives.rosenbrockStart(4),
                new IterationBudget(100),
                stopAtThree.andThen(history));

        assertThat(result.reason()).isEqualTo(StopReason.LISTENER);
        assertThat(result.converged()).isFalse();
        assertThat(result.iterations()).isEqualTo(3);
        assertThat(history.size()).isEqualTo(4);
        assertThat(history.value(0)).isEqualTo(TestObjectives.rosenbrock().value(TestObjectives.rosenbrockStart(4)));
        assertThat(history.values()).hasSize(4).endsWith(result.value());
        assertThatThrownBy(() -> history.value(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theViewAgreesWithTheResult(Optimizer optimizer) {
        double[] last = new double[4];
        double[] seen = new double[3];
        OptimizationResult result =
                optimizer.minimize(TestObjectives.rosenbrock(), TestObjectives.rosenbrockStart(4), TEN, progress -> {
                    progress.copyPoint(last);
                    seen[0] = progress.value();
                    seen[1] = progress.gradientNorm();
                    seen[2] = progress.evaluations();
                    assertThat(progress.point(2)).isEqualTo(last[2]);
                    assertThatThrownBy(() -> progress.copyPoint(new double[3]))
                            .hasMessage("into has length 3, expected 4");
                    return Listener.Decision.CONTINUE;
                });

        assertThat(last).containsExactly(result.point());
        assertThat(seen).containsExactly(result.value(), result.gradientNorm(), result.evaluations());
        assertThat(result.reason()).isEqualTo(StopReason.BUDGET);
    }

    /** Steps of 1 towards the edge at x = 0.5, where f stops being a number. */
    @Test
    void aStepOptimizerReturnsTheLastFinitePoint() {
        Objective edge = TestObjectives.of(x -> x[0] < 0.5 ? Double.NaN : x[0], (x, g) -> g[0] = 1.0);

        OptimizationResult result = new Adam(1.0).minimize(edge, new double[] {2.4}, new IterationBudget(100));

        assertThat(result.reason()).isEqualTo(StopReason.NON_FINITE);
        assertThat(result.message()).isEqualTo("the value became NaN in iteration 2; the result is the point before");
        assertThat(result.value()).isEqualTo(result.point()[0]).isBetween(1.3, 1.5);
    }

    @Test
    void aNonFiniteGradientEntryIsNamed() {
        Objective objective = TestObjectives.of(x -> x[0], (x, g) -> {
            g[0] = 1.0;
            g[1] = x[0] < 0.5 ? Double.NaN : 0.0;
        });

        OptimizationResult result = new Adam(1.0).minimize(objective, new double[] {1.0, 0.0}, TEN);

        assertThat(result.message()).startsWith("gradient[1] became NaN in iteration 1");
    }

    @Test
    void criteriaComposeAndTheFirstReasonWins() {
        StoppingCriterion criterion = new RelativeLossChangeBelow(1e300).or(new IterationBudget(1));

        OptimizationResult result = new Adam().minimize(TestObjectives.quadratic(), new double[2], criterion);

        assertThat(result.reason()).isEqualTo(StopReason.LOSS_CHANGE);
        assertThat(result.iterations()).isEqualTo(1);
    }

    @Test
    void everyCriterionEndsARun() {
        assertThat(reasonOf(new GradientNormBelow(1e-3))).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(reasonOf(new RelativeLossChangeBelow(1e-6))).isEqualTo(StopReason.LOSS_CHANGE);
        assertThat(reasonOf(new ParameterChangeBelow(1e-4))).isEqualTo(StopReason.PARAMETER_CHANGE);
        assertThat(reasonOf(new EvaluationBudget(5))).isEqualTo(StopReason.BUDGET);
        assertThat(reasonOf(progress -> progress.value() < 1.0 ? StopReason.CRITERION : null))
                .isEqualTo(StopReason.CRITERION);
    }

    private static StopReason reasonOf(StoppingCriterion criterion) {
        return new Lbfgs()
                .minimize(
                        TestObjectives.rosenbrock(),
                        TestObjectives.rosenbrockStart(2),
                        criterion.or(new IterationBudget(1000)))
                .reason();
    }

    @Test
    void patienceCountsIterationsWithoutImprovementAndForgetsThemBetweenRuns() {
        Patience patience = new Patience(3, 0.0);
        Objective flat = TestObjectives.of(x -> 1.0, (x, g) -> g[0] = 1.0);

        for (int run = 0; run < 2; run++) {
            OptimizationResult result = new Adam().minimize(flat, new double[1], patience);
            assertThat(result.reason()).isEqualTo(StopReason.PATIENCE);
            assertThat(result.iterations()).isEqualTo(3);
        }
    }

    @Test
    void boundsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new GradientNormBelow(Double.NaN))
                .hasMessage("tolerance must not be negative, is NaN");
        assertThatThrownBy(() -> new RelativeLossChangeBelow(-1.0)).hasMessageStartingWith("tolerance");
        assertThatThrownBy(() -> new ParameterChangeBelow(-1.0)).hasMessageStartingWith("tolerance");
        assertThatThrownBy(() -> new IterationBudget(-1)).hasMessage("iterations must not be negative, is -1");
        assertThatThrownBy(() -> new EvaluationBudget(0)).hasMessage("evaluations must be at least 1, is 0");
        assertThatThrownBy(() -> new Patience(0, 0.0)).hasMessageStartingWith("iterations");
        assertThatThrownBy(() -> new LossHistory(-1)).hasMessageStartingWith("capacity");
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void nothingIsAllocatedPerIteration(Optimizer optimizer) {
        double[] start = TestObjectives.rosenbrockStart(30);

        assertThat(Allocation.perIterations(optimizer, TestObjectives.rosenbrock(), start, 60))
                .isZero();
    }
}
