package dev.pullback.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import org.junit.jupiter.api.Test;

final class DerivativeFreeSearchTest {

    @Test
    void aSimplexFindsTheEndOfTheValley() {
        double[] start = {-1.2, 1.0};
        OptimizationResult result = DerivativeFreeSearch.nelderMead(new Rosenbrock()::value, start, 1.0, 2000);

        assertThat(result.point()).containsExactly(new double[] {1.0, 1.0}, offset(1e-4));
        assertThat(result.reason()).isEqualTo(StopReason.LOSS_CHANGE);
        assertThat(result.gradientNorm()).isNaN();
        assertThat(start).containsExactly(-1.2, 1.0);
    }

    /** Steps have no derivative, and a gradient of zero almost everywhere. */
    @Test
    void aSimplexWalksDownSteps() {
        OptimizationResult result = DerivativeFreeSearch.nelderMead(
                x -> Math.floor(10.0 * Math.abs(x[0] - 3.0)) + Math.floor(10.0 * Math.abs(x[1])),
                new double[] {0.0, 2.0},
                1.0,
                500);
        assertThat(result.value()).isZero();
    }

    @Test
    void restartsFindTheLowestOfManyMinima() {
        OptimizationResult result = DerivativeFreeSearch.randomRestarts(
                DerivativeFreeSearchTest::rastrigin, new double[] {1.1, -0.8}, 2.0, 60, 20_000, 1);
        assertThat(result.value()).isLessThan(1e-6);
    }

    @Test
    void evolutionFindsTheLowestOfManyMinima() {
        OptimizationResult result = DerivativeFreeSearch.cmaes(
                DerivativeFreeSearchTest::rastrigin, new double[] {3.1, -2.2}, new double[] {2.0, 2.0}, 50, 20_000, 3);
        assertThat(result.value()).isLessThan(1e-6);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        double[] start = {3.1, -2.2};
        double[] deviation = {1.0, 1.0};
        var one = DerivativeFreeSearch.cmaes(DerivativeFreeSearchTest::rastrigin, start, deviation, 10, 500, 7);
        var other = DerivativeFreeSearch.cmaes(DerivativeFreeSearchTest::rastrigin, start, deviation, 10, 500, 7);
        assertThat(one.point()).containsExactly(other.point());
    }

    @Test
    void whatTheBudgetAllowedIsKept() {
        OptimizationResult result =
                DerivativeFreeSearch.nelderMead(new Rosenbrock()::value, new double[] {-1.2, 1.0}, 1.0, 20);

        assertThat(result.reason()).isEqualTo(StopReason.BUDGET);
        assertThat(result.evaluations()).isLessThanOrEqualTo(21);
        assertThat(result.value())
                .isEqualTo(new Rosenbrock().value(result.point()))
                .isLessThan(24.2);
    }

    @Test
    void pointsWithoutAValueAreAvoided() {
        OptimizationResult result = DerivativeFreeSearch.nelderMead(
                x -> x[0] < 0.5 ? Double.NaN : x[0] * x[0], new double[] {2.0}, 1.0, 500);
        assertThat(result.value()).isCloseTo(0.25, offset(1e-6));
    }

    @Test
    void namesWhatIsOutOfRange() {
        double[] start = {1.0, Double.NaN};
        assertThatThrownBy(() -> DerivativeFreeSearch.nelderMead(new Rosenbrock()::value, start, 1.0, 10))
                .hasMessage("start[1] is NaN");
        assertThatThrownBy(() -> DerivativeFreeSearch.nelderMead(new Rosenbrock()::value, new double[2], 0.0, 10))
                .hasMessage("size must be positive and finite, is 0.0");
        assertThatThrownBy(() -> DerivativeFreeSearch.cmaes(
                        new Rosenbrock()::value, new double[2], new double[] {1.0}, 4, 10, 1))
                .hasMessage("deviation has length 1, expected 2");
    }

    private static double rastrigin(double[] x) {
        double sum = 0.0;
        for (double v : x) {
            sum += v * v + 10.0 * (1.0 - Math.cos(2.0 * Math.PI * v));
        }
        return sum;
    }
}
