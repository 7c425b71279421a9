package dev.pullback.runtime.optim.constrained;

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
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.runtime.testkit.Allocation;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LbfgsbTest {

    private static final StoppingCriterion PRECISE = new GradientNormBelow(1e-8).or(new IterationBudget(1000));
    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void withoutBoundsItSolvesRosenbrockAboutAsFastAsLbfgs() {
        double[] start = TestObjectives.rosenbrockStart(10);
        OptimizationResult free = new Lbfgs().minimize(TestObjectives.rosenbrock(), start, PRECISE);
        OptimizationResult result =
                new Lbfgsb(Bounds.all(10, -NONE, NONE)).minimize(TestObjectives.rosenbrock(), start, PRECISE);

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(result.value()).isLessThan(1e-14);
        assertThat(result.evaluations()).isLessThan(2 * free.evaluations());
    }

    /**
     * The Hessian at the minimum has eigenvalues of 3e-8 and 2e10: an estimate that is the difference of large numbers has lost
     * the small one. At the bound 9 of the second parameter the first one is near 1/90,000.
     */
    @Test
    void smallCurvaturesBesideLargeOnesAreNotLost() {
        double[] start = {0.0, 1.0};
        OptimizationResult free = new Lbfgsb(Bounds.all(2, -NONE, NONE)).minimize(powellBadlyScaled(), start, PRECISE);
        OptimizationResult inside = new Lbfgsb(Bounds.all(2, 0.0, 20.0)).minimize(powellBadlyScaled(), start, PRECISE);
        OptimizationResult bound = new Lbfgsb(Bounds.all(2, 0.0, 9.0)).minimize(powellBadlyScaled(), start, PRECISE);

        for (OptimizationResult result : new OptimizationResult[] {free, inside}) {
            assertThat(result.point()[1]).isCloseTo(9.10614674, within(1e-6));
            assertThat(result.value()).isLessThan(1e-20);
            assertThat(result.evaluations()).isLessThan(400);
        }
        assertThat(bound.point()).containsExactly(new double[] {1.0 / 90_000.0, 9.0}, within(1e-12));
        assertThat(bound.evaluations()).isLessThan(400);
    }

    /** Moré, Garbow and Hillstrom 1981, "Testing Unconstrained Optimization Software", problem 3. */
    private static Objective powellBadlyScaled() {
        return TestObjectives.of(
                x -> Math.pow(1e4 * x[0] * x[1] - 1.0, 2) + Math.pow(Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001, 2),
                (x, g) -> {
                    double a = 2e4 * (1e4 * x[0] * x[1] - 1.0);
                    double b = 2.0 * (Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001);
                    g[0] = a * x[1] - b * Math.exp(-x[0]);
                    g[1] = a * x[0] - b * Math.exp(-x[1]);
                });
    }

    /** Separable, so that the solution is the clipped one: min(max(i, 1.5), 3.5). */
    @Test
    void activeBoundsAreFound() {
        Bounds bounds = Bounds.all(6, 1.5, 3.5);
        OptimizationResult result =
                new Lbfgsb(bounds).minimize(TestObjectives.quadratic(), new double[] {2, 2, 2, 2, 2, 2}, PRECISE);

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(result.point()).containsExactly(new double[] {1.5, 1.5, 2.0, 3.0, 3.5, 3.5}, within(1e-8));
    }

    /** Rosenbrock with x_0 at most 0.5: the minimum is 1/4 at (1/2, 1/4). */
    @Test
    void aBoundMovesTheMinimumOfRosenbrock() {
        Bounds bounds = new Bounds(new double[] {-NONE, -NONE}, new double[] {0.5, NONE});
        OptimizationResult result =
                new Lbfgsb(bounds).minimize(TestObjectives.rosenbrock(), new double[] {-1.2, 1.0}, PRECISE);

        assertThat(result.value()).isCloseTo(0.25, within(1e-12));
        assertThat(result.point()).containsExactly(new double[] {0.5, 0.25}, within(1e-8));
        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
    }

    /** Strictly convex quadratics have one solution, which the projected gradient finds as well. */
    @Test
    void randomQuadraticsAgreeWithProjectedGradients() {
        Random random = new Random(11);
        for (int run = 0; run < 30; run++) {
            int n = 2 + random.nextInt(8);
            Objective quadratic = randomQuadratic(random, n);
            double[] lower = new double[n];
            double[] upper = new double[n];
            for (int i = 0; i < n; i++) {
                lower[i] = random.nextInt(4) == 0 ? -NONE : -random.nextDouble();
                upper[i] = random.nextInt(4) == 0 ? NONE : random.nextDouble();
            }
            Bounds bounds = new Bounds(lower, upper);
            StoppingCriterion stopping = new GradientNormBelow(1e-7).or(new IterationBudget(5000));
            OptimizationResult quasiNewton = new Lbfgsb(bounds).minimize(quadratic, new double[n], stopping);
            OptimizationResult projected = new ProjectedGradient(bounds).minimize(quadratic, new double[n], stopping);

            assertThat(quasiNewton.gradientNorm()).as("run " + run).isLessThanOrEqualTo(1e-7);
            assertThat(projected.gradientNorm()).as("run " + run).isLessThanOrEqualTo(1e-7);
            assertThat(quasiNewton.point()).containsExactly(projected.point(), within(1e-5));
        }
    }

    @Test
    void noPointLeavesTheBounds() {
        Bounds bounds = new Bounds(new double[] {0.1, -0.3, 0.1}, new double[] {0.7, 0.9, 0.7});
        Objective watched = TestObjectives.of(
                x -> {
                    for (int i = 0; i < x.length; i++) {
                        assertThat(x[i]).isBetween(bounds.lower(i), bounds.upper(i));
                    }
                    return TestObjectives.rosenbrock().value(x);
                },
                TestObjectives.rosenbrock()::valueAndGradient);
        OptimizationResult result = new Lbfgsb(bounds).minimize(watched, new double[] {5.0, -5.0, 0.3}, PRECISE);

        assertThat(result.gradientNorm()).isLessThanOrEqualTo(1e-8);
    }

    @Test
    void allocatesNothingPerIteration() {
        assertThat(Allocation.perIterations(
                        new Lbfgsb(Bounds.all(20, -5.0, 0.999)),
                        TestObjectives.rosenbrock(),
                        TestObjectives.rosenbrockStart(20),
                        15))
                .isZero();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> new Bounds(new double[] {1.0}, new double[] {0.0}))
                .hasMessage("lower[0] is 1.0, upper[0] is 0.0");
        assertThatThrownBy(() -> new Bounds(new double[] {Double.NaN}, new double[] {0.0}))
                .hasMessageStartingWith("lower[0] is NaN");
        assertThatThrownBy(() -> new Bounds(new double[2], new double[1])).hasMessage("upper has length 1, expected 2");
        Lbfgsb lbfgsb = new Lbfgsb(Bounds.all(2, 0.0, 1.0));
        assertThatThrownBy(() -> lbfgsb.minimize(TestObjectives.quadratic(), new double[3], PRECISE))
                .hasMessage("start has length 3, expected 2");
        assertThatThrownBy(() -> lbfgsb.minimize(
                        TestObjectives.quadratic(), new double[] {Double.NaN, 0.0}, PRECISE, Listener.none()))
                .hasMessage("start[0] is NaN");
    }

    /** {@code |A x - b|^2 / 2 + |x|^2 / 20}. */
    static Objective randomQuadratic(Random random, int n) {
        double[][] a = new double[n + 1][n];
        double[] b = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            b[i] = 3.0 * random.nextGaussian();
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextGaussian();
            }
        }
        return TestObjectives.of(
                x -> {
                    double sum = 0.0;
                    for (int i = 0; i <= n; i++) {
                        double r = -b[i];
                        for (int j = 0; j < n; j++) {
                            r += a[i][j] * x[j];
                        }
                        sum += 0.5 * r * r;
                    }
                    for (int j = 0; j < n; j++) {
                        sum += 0.05 * x[j] * x[j];
                    }
                    return sum;
                },
                (x, g) -> {
                    for (int j = 0; j < n; j++) {
                        g[j] = 0.1 * x[j];
                    }
                    for (int i = 0; i <= n; i++) {
                        double r = -b[i];
                        for (int j = 0; j < n; j++) {
                            r += a[i][j] * x[j];
                        }
                        for (int j = 0; j < n; j++) {
                            g[j] += r * a[i][j];
                        }
                    }
                });
    }
}
