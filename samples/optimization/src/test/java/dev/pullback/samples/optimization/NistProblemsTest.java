package dev.pullback.samples.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.leastsquares.LeastSquaresResult;
import dev.pullback.runtime.optim.leastsquares.LevenbergMarquardt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Levenberg and Marquardt's method with generated derivatives finds NIST's certified digits. */
final class NistProblemsTest {

    /** Starts from which the first step leaves the basin of the certified solution. */
    private static final Set<String> BEYOND = Set.of("BoxBOD 1", "MGH10 1");

    /** The certified values have 11 digits; Lanczos1 has residuals of 1e-13 and few digits of the sum to compare. */
    @TestFactory
    Stream<DynamicTest> certifiedDigitsAreFound() {
        return NistProblem.all().stream()
                .flatMap(problem -> Stream.of(0, 1)
                        .filter(start -> !BEYOND.contains(problem.name() + " " + (start + 1)))
                        .map(start -> DynamicTest.dynamicTest(
                                problem.name() + " from start " + (start + 1), () -> solve(problem, start))));
    }

    private static void solve(NistProblem problem, int start) {
        LeastSquaresResult result = new LevenbergMarquardt()
                .minimize(problem.residuals(), problem.starts()[start], new IterationBudget(5000));
        for (int j = 0; j < problem.parameters().length; j++) {
            assertThat(digits(result.point()[j], problem.parameters()[j]))
                    .as("digits of b" + (j + 1))
                    .isGreaterThan(6.0);
            if (!problem.name().equals("Lanczos1")) {
                assertThat(digits(result.standardError(j), problem.errors()[j]))
                        .as("digits of the standard deviation of b" + (j + 1))
                        .isGreaterThan(6.0);
            }
        }
        assertThat(digits(result.sumOfSquares(), problem.sumOfSquares()))
                .as("digits of the sum of squares")
                .isGreaterThan(problem.name().equals("Lanczos1") ? 2.0 : 9.0);
    }

    private static double digits(double value, double certified) {
        return Math.min(11.0, -Math.log10(Math.abs(value - certified) / Math.abs(certified)));
    }
}
