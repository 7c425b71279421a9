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
import dev.pullback.runtime.testkit.Allocation;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConstrainedMethodsTest {

    private static final StoppingCriterion PRECISE = new GradientNormBelow(1e-8).or(new IterationBudget(20_000));

    @Test
    void projectionsGiveTheNearestPoint() {
        double[] simplex = {0.5, 0.1, -3.0, 0.8};
        Projection.simplex(1.0).project(simplex);
        // the threshold 2/15 over the first, ... entries: (0.5 + 0.1 + 0.8 - 1) / 3 > 0.1, so (0.5 + 0.8 - 1) / 2
        assertThat(simplex).containsExactly(new double[] {0.35, 0.0, 0.0, 0.65}, within(1e-15));
        double[] ball = {3.0, 4.0};
        Projection.ball(1.0).project(ball);
        assertThat(ball).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
        double[] positive = {-1.0, 2.0};
        Projection.nonNegative().project(positive);
        assertThat(positive).containsExactly(0.0, 2.0);
    }

    /** On a simplex the entries of the gradient are equal where x is positive, and larger where it is zero. */
    @Test
    void projectedGradientsSolveOnASimplex() {
        Random random = new Random(2);
        for (int run = 0; run < 10; run++) {
            int n = 5;
            Objective quadratic = LbfgsbTest.randomQuadratic(random, n);
            OptimizationResult result =
                    new ProjectedGradient(Projection.simplex(1.0)).minimize(quadratic, new double[n], PRECISE);
            double[] gradient = new double[n];
            quadratic.valueAndGradient(result.point(), gradient);
            double least = Double.POSITIVE_INFINITY;
            double sum = 0.0;
            for (int i = 0; i < n; i++) {
                least = Math.min(least, gradient[i]);
                sum += result.point()[i];
            }
            assertThat(sum).isCloseTo(1.0, within(1e-12));
            for (int i = 0; i < n; i++) {
                if (result.point()[i] > 1e-10) {
                    assertThat(gradient[i]).isCloseTo(least, within(1e-6));
                }
            }
        }
    }

    /** {@code (x - 3)^2 / 2 + (y - 0.2)^2 / 2 + |x| + |y|}: soft thresholding gives (2, 0). */
    @Test
    void proximalGradientsMakeExactZeros() {
        Objective squares = TestObjectives.of(
                x -> 0.5 * (x[0] - 3.0) * (x[0] - 3.0) + 0.5 * (x[1] - 0.2) * (x[1] - 0.2), (x, g) -> {
                    g[0] = x[0] - 3.0;
                    g[1] = x[1] - 0.2;
                });
        for (ProximalGradient method : new ProximalGradient[] {
            ProximalGradient.ista(Proximal.l1(1.0)), ProximalGradient.fista(Proximal.l1(1.0))
        }) {
            OptimizationResult result = method.minimize(squares, new double[] {5.0, 5.0}, PRECISE);
            assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
            assertThat(result.point()[0]).isCloseTo(2.0, within(1e-8));
            assertThat(result.point()[1]).isZero();
            assertThat(result.value()).isCloseTo(0.5 + 0.02 + 2.0, within(1e-8));
        }
    }

    /** The lasso: where w is zero, the gradient of the squares is at most the strength; elsewhere it is the strength. */
    @Test
    void theLassoSatisfiesItsConditionsAndAccelerationPays() {
        Objective squares = LbfgsbTest.randomQuadratic(new Random(4), 12);
        OptimizationResult plain = ProximalGradient.ista(Proximal.l1(2.0)).minimize(squares, new double[12], PRECISE);
        OptimizationResult fast = ProximalGradient.fista(Proximal.l1(2.0)).minimize(squares, new double[12], PRECISE);
        double[] gradient = new double[12];
        squares.valueAndGradient(fast.point(), gradient);
        int zeros = 0;
        for (int i = 0; i < 12; i++) {
            if (fast.point()[i] == 0.0) {
                zeros++;
                assertThat(Math.abs(gradient[i])).isLessThanOrEqualTo(2.0);
            } else {
                assertThat(gradient[i]).isCloseTo(-2.0 * Math.signum(fast.point()[i]), within(1e-6));
            }
        }
        assertThat(zeros).isBetween(1, 11);
        assertThat(fast.point()).containsExactly(plain.point(), within(1e-6));
        assertThat(fast.iterations()).isLessThan(plain.iterations());
    }

    @Test
    void aSetIsAProximalTermToo() {
        Bounds bounds = Bounds.all(4, 0.5, 2.5);
        OptimizationResult result = ProximalGradient.fista(Proximal.indicator(bounds))
                .minimize(TestObjectives.quadratic(), new double[4], PRECISE);

        assertThat(result.point()).containsExactly(new double[] {0.5, 1.0, 2.0, 2.5}, within(1e-7));
    }

    /** Hock and Schittkowski 1981, problem 71 with its bounds: 17.0140173 at (1, 4.7429994, 3.8211503, 1.3794082). */
    @Test
    void hockSchittkowski71IsSolved() {
        Objective objective = TestObjectives.of(x -> x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2], (x, g) -> {
            g[0] = x[3] * (2.0 * x[0] + x[1] + x[2]);
            g[1] = x[0] * x[3];
            g[2] = x[0] * x[3] + 1.0;
            g[3] = x[0] * (x[0] + x[1] + x[2]);
        });
        AugmentedLagrangian method =
                new AugmentedLagrangian(new Lbfgsb(Bounds.all(4, 1.0, 5.0)), AugmentedLagrangian.Settings.defaults());
        AugmentedLagrangian.Result result =
                method.minimize(objective, problem71(), new double[] {1, 5, 5, 1}, 100_000, Listener.none());

        assertThat(result.converged()).isTrue();
        assertThat(result.value()).isCloseTo(17.0140173, within(1e-6));
        assertThat(result.point()).containsExactly(new double[] {1.0, 4.7429994, 3.8211503, 1.3794082}, within(1e-5));
        assertThat(result.violation()).isLessThanOrEqualTo(1e-8);
        assertThat(result.multipliers()[1]).isPositive();
    }

    /** x + y on the unit circle: -sqrt(2), multiplier 1 / sqrt(2). */
    @Test
    void multipliersAreFound() {
        Constraints circle = new Constraints() {
            @Override
            public int equalities() {
                return 1;
            }

            @Override
            public int inequalities() {
                return 0;
            }

            @Override
            public void values(double[] x, double[] values) {
                values[0] = x[0] * x[0] + x[1] * x[1] - 1.0;
            }

            @Override
            public void pullback(double[] x, double[] bar, double[] gradient) {
                gradient[0] += bar[0] * 2.0 * x[0];
                gradient[1] += bar[0] * 2.0 * x[1];
            }
        };
        Objective sum = TestObjectives.of(x -> x[0] + x[1], (x, g) -> {
            g[0] = 1.0;
            g[1] = 1.0;
        });
        AugmentedLagrangian.Result result =
                new AugmentedLagrangian().minimize(sum, circle, new double[] {1.0, 0.3}, 100_000, Listener.none());

        assertThat(result.converged()).isTrue();
        assertThat(result.value()).isCloseTo(-Math.sqrt(2.0), within(1e-7));
        assertThat(result.multipliers()[0]).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void allocatesNothingPerIteration() {
        assertThat(Allocation.perIterations(
                        new ProjectedGradient(Bounds.all(20, -5.0, 0.999)),
                        TestObjectives.rosenbrock(),
                        TestObjectives.rosenbrockStart(20),
                        15))
                .isZero();
        assertThat(Allocation.perIterations(
                        ProximalGradient.fista(Proximal.l1(0.1)),
                        TestObjectives.rosenbrock(),
                        TestObjectives.rosenbrockStart(20),
                        15))
                .isZero();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> Projection.ball(0.0)).hasMessageStartingWith("radius");
        assertThatThrownBy(() -> Projection.simplex(-1.0)).hasMessageStartingWith("sum");
        assertThatThrownBy(() -> Proximal.l1(-1.0)).hasMessageStartingWith("l1");
        assertThatThrownBy(() -> new AugmentedLagrangian.Settings(0.0, 1.0, 1.0, 1, 1))
                .hasMessageStartingWith("violation");
        assertThatThrownBy(() -> ProximalGradient.ista(Proximal.l1(1.0))
                        .minimize(TestObjectives.quadratic(), new double[] {Double.NaN}, PRECISE))
                .hasMessage("start[0] is NaN");
    }

    /** Product of all at least 25, sum of squares 40. */
    private static Constraints problem71() {
        return new Constraints() {
            @Override
            public int equalities() {
                return 1;
            }

            @Override
            public int inequalities() {
                return 1;
            }

            @Override
            public void values(double[] x, double[] values) {
                values[0] = x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3] - 40.0;
                values[1] = 25.0 - x[0] * x[1] * x[2] * x[3];
            }

            @Override
            public void pullback(double[] x, double[] bar, double[] gradient) {
                double product = x[0] * x[1] * x[2] * x[3];
                for (int i = 0; i < 4; i++) {
                    gradient[i] += bar[0] * 2.0 * x[i] - bar[1] * product / x[i];
                }
            }
        };
    }
}
