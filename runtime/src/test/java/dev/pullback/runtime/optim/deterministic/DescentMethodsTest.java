package dev.pullback.runtime.optim.deterministic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.testkit.Allocation;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every method along descent directions and in trust regions. */
class DescentMethodsTest {

    static Stream<Named<Optimizer>> fast() {
        return Stream.of(
                Named.of("Bfgs", new Bfgs()),
                Named.of("Lbfgs", new Lbfgs()),
                Named.of("Newton", new Newton()),
                Named.of("NewtonCg", new NewtonCg()),
                Named.of("TrustRegionNewton", new TrustRegionNewton()));
    }

    static Stream<Named<Optimizer>> all() {
        return Stream.concat(
                fast(),
                Stream.concat(
                        Stream.of(ConjugateGradient.Beta.values())
                                .map(beta -> Named.of(beta.name(), (Optimizer) new ConjugateGradient(beta))),
                        Stream.of(Named.of("GradientDescent", new GradientDescent()))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void solvesAQuadratic(Optimizer optimizer) {
        OptimizationResult result = optimizer.minimize(
                TestObjectives.secondOrderQuadratic(),
                new double[8],
                new GradientNormBelow(1e-8).or(new IterationBudget(500)));

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        for (int i = 0; i < 8; i++) {
            assertThat(result.point()[i]).isCloseTo(i, within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void solvesRosenbrock(Optimizer optimizer) {
        OptimizationResult result = optimizer.minimize(
                TestObjectives.secondOrderRosenbrock(),
                TestObjectives.rosenbrockStart(2),
                new GradientNormBelow(1e-6).or(new IterationBudget(30_000)));

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(result.point()).containsExactly(new double[] {1.0, 1.0}, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("fast")
    void fastMethodsNeedFewIterations(Optimizer optimizer) {
        OptimizationResult result = optimizer.minimize(
                TestObjectives.secondOrderRosenbrock(),
                TestObjectives.rosenbrockStart(10),
                new GradientNormBelow(1e-8).or(new IterationBudget(150)));

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
    }

    /** x^4 / 4 - x^2 / 2 + y^2 / 2 near its saddle at the origin, where the Hessian is not definite. */
    @ParameterizedTest
    @MethodSource("all")
    void leavesASaddle(Optimizer optimizer) {
        OptimizationResult result = optimizer.minimize(
                TestObjectives.doubleWell(),
                new double[] {1e-3, 0.5},
                new GradientNormBelow(1e-8).or(new IterationBudget(500)));

        assertThat(result.value()).isCloseTo(-0.25, within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("all")
    void allocatesNothingPerIteration(Optimizer optimizer) {
        assertThat(Allocation.perIterations(
                        optimizer, TestObjectives.secondOrderRosenbrock(), TestObjectives.rosenbrockStart(20), 15))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void stepsBackFromTheEdgeOfTheDomain(Optimizer optimizer) {
        OptimizationResult result = optimizer.minimize(
                TestObjectives.logBarrier(),
                new double[] {1e-6},
                new GradientNormBelow(1e-8).or(new IterationBudget(500)));

        assertThat(result.point()[0]).isCloseTo(1.0, within(1e-6));
    }

    @Test
    void secondOrderMethodsSayWhatTheyNeed() {
        for (Optimizer optimizer : new Optimizer[] {new Newton(), new NewtonCg(), new TrustRegionNewton()}) {
            assertThatThrownBy(
                            () -> optimizer.minimize(TestObjectives.quadratic(), new double[1], new IterationBudget(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("HESSIAN_VECTOR");
        }
        assertThatThrownBy(() -> new TrustRegionNewton(0.0)).hasMessageStartingWith("firstRadius");
    }

    /** On a quadratic, exact line searches would end in n iterations. */
    @Test
    void conjugateGradientsNeedAboutAsManyIterationsAsThereAreEigenvalues() {
        OptimizationResult result = new ConjugateGradient(
                        ConjugateGradient.Beta.POLAK_RIBIERE, new WolfeConditions(1e-4, 1e-3, 60))
                .minimize(
                        TestObjectives.quadratic(),
                        new double[10],
                        new GradientNormBelow(1e-6).or(new IterationBudget(100)));

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(result.iterations()).isLessThanOrEqualTo(15);
    }
}
