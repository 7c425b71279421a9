package dev.pullback.runtime.optim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.testkit.TestObjectives;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions 1, 2 and 4 of Moré and Thuente 1994, from first steps over six orders of magnitude. */
class WolfeLineSearchTest {

    private static final double BETA = 2.0;

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-1, 1.0, 1e1, 1e3})
    void functionOneIsSolved(double firstStep) {
        Objective phi = TestObjectives.of(x -> -x[0] / (x[0] * x[0] + BETA), (x, g) -> {
            double denominator = x[0] * x[0] + BETA;
            g[0] = (x[0] * x[0] - BETA) / (denominator * denominator);
        });

        assertConditions(phi, firstStep, 1e-3, 0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-1, 1.0, 1e1, 1e3})
    void functionTwoIsSolved(double firstStep) {
        double b = 0.004;
        Objective phi = TestObjectives.of(
                x -> Math.pow(x[0] + b, 5) - 2.0 * Math.pow(x[0] + b, 4),
                (x, g) -> g[0] = 5.0 * Math.pow(x[0] + b, 4) - 8.0 * Math.pow(x[0] + b, 3));

        assertConditions(phi, firstStep, 0.1, 0.11);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-1, 1.0, 1e1, 1e3})
    void functionFourIsSolved(double firstStep) {
        Objective phi = TestObjectives.of(
                x -> gamma() * Math.sqrt((1.0 - x[0]) * (1.0 - x[0]) + 1e-6) + gamma() * Math.sqrt(x[0] * x[0] + 1e-6),
                (x, g) -> g[0] = gamma() * (x[0] - 1.0) / Math.sqrt((1.0 - x[0]) * (1.0 - x[0]) + 1e-6)
                        + gamma() * x[0] / Math.sqrt(x[0] * x[0] + 1e-6));

        assertConditions(phi, firstStep, 1e-3, 1e-2);
    }

    /** gamma(beta) = sqrt(1 + beta^2) - beta with beta = 0.001, for both terms. */
    private static double gamma() {
        return Math.sqrt(1.0 + 1e-6) - 1e-3;
    }

    private static void assertConditions(Objective phi, double firstStep, double c1, double c2) {
        double[] origin = {0.0};
        double[] gradient = new double[1];
        double value = phi.valueAndGradient(origin, gradient);
        double slope = gradient[0];
        WolfeConditions conditions = new WolfeConditions(c1, c2, 40);
        WolfeLineSearch search = new WolfeLineSearch(phi, 1, conditions);

        boolean found = search.search(origin, value, new double[] {1.0}, slope, firstStep, 1e20);

        assertThat(found).isTrue();
        assertThat(search.satisfiesWolfe()).isTrue();
        assertThat(search.evaluations()).isLessThanOrEqualTo(20);
        double newValue = phi.valueAndGradient(search.point(), gradient);
        assertThat(search.value()).isEqualTo(newValue);
        assertThat(search.gradient()).containsExactly(gradient);
        assertThat(search.point()).containsExactly(search.step());
        assertThat(newValue).isLessThanOrEqualTo(value + c1 * search.step() * slope);
        assertThat(Math.abs(gradient[0])).isLessThanOrEqualTo(c2 * Math.abs(slope));
    }
}
