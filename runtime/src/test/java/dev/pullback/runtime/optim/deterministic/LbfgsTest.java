package dev.pullback.runtime.optim.deterministic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {

    private static final StoppingCriterion PRECISE = new GradientNormBelow(1e-9).or(new IterationBudget(2000));

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100})
    void findsTheMinimumOfRosenbrock(int n) {
        double[] start = TestObjectives.rosenbrockStart(n);

        OptimizationResult result = new Lbfgs().minimize(TestObjectives.rosenbrock(), start, PRECISE);

        double[] ones = new double[n];
        Arrays.fill(ones, 1.0);
        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(result.point()).containsExactly(ones, within(1e-8));
        assertThat(result.gradientNorm()).isLessThanOrEqualTo(1e-9);
        assertThat(start).containsExactly(TestObjectives.rosenbrockStart(n));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50})
    void findsTheMinimumOfAQuadratic(int n) {
        OptimizationResult result = new Lbfgs().minimize(TestObjectives.quadratic(), filled(n, -3.0), PRECISE);

        assertThat(result.converged()).isTrue();
        for (int i = 0; i < n; i++) {
            assertThat(result.point()[i]).isCloseTo(i, within(1e-8));
        }
    }

    @Test
    void everyStepSatisfiesTheStrongWolfeConditions() {
        Lbfgs.Settings settings = Lbfgs.Settings.defaults();
        Objective objective = TestObjectives.rosenbrock();
        List<double[]> points = new ArrayList<>();

        new Lbfgs(settings)
                .minimize(objective, TestObjectives.rosenbrockStart(10), new GradientNormBelow(1e-6), progress -> {
                    double[] point = new double[progress.dimension()];
                    progress.copyPoint(point);
                    points.add(point);
                    return Listener.Decision.CONTINUE;
                });

        assertThat(points).hasSizeGreaterThan(20);
        for (int k = 0; k + 1 < points.size(); k++) {
            assertWolfe(objective, points.get(k), points.get(k + 1), settings);
        }
    }

    private static void assertWolfe(Objective objective, double[] from, double[] to, Lbfgs.Settings settings) {
        double[] gradient = new double[from.length];
        double value = objective.valueAndGradient(from, gradient);
        double[] newGradient = new double[from.length];
        double newValue = objective.valueAndGradient(to, newGradient);
        double slope = 0.0;
        double newSlope = 0.0;
        for (int i = 0; i < from.length; i++) {
            slope += gradient[i] * (to[i] - from[i]);
            newSlope += newGradient[i] * (to[i] - from[i]);
        }
        double rounding = 1e-12 * Math.abs(slope);
        assertThat(slope).isNegative();
        assertThat(newValue).isLessThanOrEqualTo(value + settings.sufficientDecrease() * slope + rounding);
        assertThat(Math.abs(newSlope)).isLessThanOrEqualTo(settings.curvature() * Math.abs(slope) + rounding);
    }

    /** f = x - log x: not a number left of 0, so that long trial steps leave the domain. Minimum at 1. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, 30.0, 1e4})
    void stepsBackFromTheEdgeOfTheDomain(double start) {
        Objective barrier = TestObjectives.of(
                x -> x[0] - Math.log(x[0]), (x, g) -> g[0] = x[0] < 0.0 ? Double.NaN : 1.0 - 1.0 / x[0]);

        OptimizationResult result = new Lbfgs().minimize(barrier, new double[] {start}, PRECISE);

        assertThat(result.point()[0]).isCloseTo(1.0, within(1e-8));
    }

    /** Values near 1e6 hide a decrease below 1e-10; the slopes must carry the search on. */
    @Test
    void reachesAPreciseMinimumUnderALargeOffset() {
        Objective plain = TestObjectives.rosenbrock();
        Objective offset = TestObjectives.of(x -> 1e6 + plain.value(x), plain::valueAndGradient);

        OptimizationResult result = new Lbfgs()
                .minimize(
                        offset,
                        TestObjectives.rosenbrockStart(2),
                        new GradientNormBelow(1e-7).or(new IterationBudget(500)));

        assertThat(result.point()).containsExactly(new double[] {1.0, 1.0}, within(1e-6));
    }

    @Test
    void aGradientOfTheWrongSignEndsWithoutProgress() {
        Objective wrong = TestObjectives.of(x -> x[0] * x[0], (x, g) -> g[0] = -2.0 * x[0]);

        OptimizationResult result = new Lbfgs().minimize(wrong, new double[] {3.0}, PRECISE);

        assertThat(result.reason()).isEqualTo(StopReason.NO_PROGRESS);
        assertThat(result.converged()).isFalse();
        assertThat(result.message()).contains("GradientCheck");
        assertThat(result.point()).containsExactly(3.0);
    }

    /** Without a reachable criterion the limits of floating point end the run. */
    @Test
    void endsAtTheLimitOfFloatingPoint() {
        Objective objective = TestObjectives.of(x -> Math.cosh(x[0]) + Math.exp(0.1 * x[1]) - x[1], (x, g) -> {
            g[0] = Math.sinh(x[0]);
            g[1] = 0.1 * Math.exp(0.1 * x[1]) - 1.0;
        });

        OptimizationResult result =
                new Lbfgs().minimize(objective, new double[] {2.0, 3.0}, new IterationBudget(100_000));

        assertThat(result.reason()).isIn(StopReason.NO_PROGRESS, StopReason.GRADIENT_NORM);
        assertThat(result.point()[1]).isCloseTo(10.0 * Math.log(10.0), within(1e-6));
    }

    @Test
    void anUnboundedObjectiveEndsWithTheBudget() {
        Objective line = TestObjectives.of(x -> -x[0], (x, g) -> g[0] = -1.0);

        OptimizationResult result = new Lbfgs().minimize(line, new double[] {0.0}, new IterationBudget(20));

        assertThat(result.converged()).isFalse();
        assertThat(result.value()).isFinite();
    }

    @Test
    void aStationaryStartConvergesAtOnce() {
        OptimizationResult result =
                new Lbfgs().minimize(TestObjectives.quadratic(), new double[] {0.0, 1.0}, new IterationBudget(10));

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(result.iterations()).isZero();
        assertThat(result.evaluations()).isEqualTo(1);
    }

    @Test
    void equalRunsAreBitEqualAndMemoryOneWorks() {
        Lbfgs lbfgs = new Lbfgs(Lbfgs.Settings.defaults().withMemory(1).withWolfe(1e-3, 0.5));

        OptimizationResult first =
                lbfgs.minimize(TestObjectives.rosenbrock(), TestObjectives.rosenbrockStart(6), PRECISE);
        OptimizationResult second =
                lbfgs.minimize(TestObjectives.rosenbrock(), TestObjectives.rosenbrockStart(6), PRECISE);

        assertThat(first.converged()).isTrue();
        assertThat(second.point()).containsExactly(first.point());
        assertThat(second.evaluations()).isEqualTo(first.evaluations());
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> Lbfgs.Settings.defaults().withMemory(0)).hasMessageStartingWith("memory");
        assertThatThrownBy(() -> Lbfgs.Settings.defaults().withWolfe(0.5, 0.9))
                .hasMessageStartingWith("sufficientDecrease");
        assertThatThrownBy(() -> Lbfgs.Settings.defaults().withWolfe(0.1, 0.1)).hasMessageStartingWith("curvature");
        assertThatThrownBy(() -> Lbfgs.Settings.defaults().withMaxLineSearchEvaluations(1))
                .hasMessageStartingWith("maxLineSearchEvaluations");
    }

    private static double[] filled(int n, double value) {
        double[] array = new double[n];
        Arrays.fill(array, value);
        return array;
    }
}
