package dev.pullback.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {

    private static final double[] POINT = {-1.2, 1.0, 0.3, 2.0};
    private final GradientCheck check = new GradientCheck();

    @Test
    void aRightGradientPassesEverywhere() {
        check.assertMatches(TestObjectives.rosenbrock(), POINT);
        check.assertMatches(TestObjectives.rosenbrock(), new double[] {1.0, 1.0, 1.0}); // all entries are zero
        check.assertMatches(TestObjectives.quadratic(), new double[] {1e5, -1e-5, 0.0});
        GradientReport report = check.check(TestObjectives.rosenbrock(), POINT);
        assertThat(report.judged()).isEqualTo(4);
        assertThat(report.unjudged()).isZero();
        assertThat(report.maxRelativeError()).isLessThan(1e-7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-3, 1.0, 1e3, 1e8})
    void scaleOfTheFunctionDoesNotMatter(double scale) {
        Objective scaled = TestObjectives.of(x -> scale * (Math.sin(x[0]) * Math.exp(x[1])), (x, g) -> {
            g[0] = scale * (Math.cos(x[0]) * Math.exp(x[1]));
            g[1] = scale * (Math.sin(x[0]) * Math.exp(x[1]));
        });

        check.assertMatches(scaled, new double[] {0.4, -0.7});
    }

    private interface Fault {
        void plant(double[] gradient);
    }

    static Stream<Named<Fault>> faults() {
        return Stream.of(
                Named.of("sign", g -> forEach(g, -1.0)),
                Named.of("factor 2", g -> forEach(g, 2.0)),
                Named.of("factor 1.00001", g -> forEach(g, 1.00001)),
                Named.of("one entry", g -> g[2] += 1e-2),
                Named.of("one entry missing", g -> g[3] = 0.0),
                Named.of("swapped entries", g -> {
                    double first = g[0];
                    g[0] = g[1];
                    g[1] = first;
                }),
                Named.of("NaN", g -> g[1] = Double.NaN),
                Named.of("infinite", g -> g[1] = Double.POSITIVE_INFINITY));
    }

    private static void forEach(double[] gradient, double factor) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void plantedFaultsAreCaught(Fault fault) {
        Objective right = TestObjectives.rosenbrock();
        Objective wrong = TestObjectives.of(right::value, (x, g) -> {
            right.valueAndGradient(x, g);
            fault.plant(g);
        });

        assertThat(check.check(wrong, POINT).matches()).isFalse();
        assertThatThrownBy(() -> check.assertMatches(wrong, POINT))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("gradient\\[\\d] is .*, the central difference is .*");
    }

    @Test
    void theWorstEntryIsNamedWithBothValues() {
        Objective wrong = TestObjectives.of(x -> x[0] + 2.0 * x[1] + 4.0 * x[2], (x, g) -> {
            g[0] = 1.01;
            g[1] = 3.0;
            g[2] = 4.0;
        });

        GradientReport report = check.check(wrong, new double[3]);

        assertThat(report.worstIndex()).isEqualTo(1);
        assertThat(report.worstGradient()).isEqualTo(3.0);
        assertThat(report.worstDifference()).isCloseTo(2.0, within(1e-9));
        assertThat(report.summary()).startsWith("gradient[1] is 3.0, the central difference is ");
    }

    @Test
    void anEntryThatIsNotOverwrittenIsCaught() {
        Objective lazy = TestObjectives.of(x -> x[0], (x, g) -> g[0] = 1.0);
        Objective accumulating = TestObjectives.of(x -> x[0], (x, g) -> g[0] += 1.0);

        assertThat(check.check(lazy, new double[2]).matches()).isFalse();
        assertThat(check.check(accumulating, new double[1]).matches()).isFalse();
    }

    @Test
    void differentValuesOfTheTwoMethodsAreCaught() {
        Objective objective = new Objective() {
            @Override
            public double value(double[] point) {
                return point[0];
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                gradient[0] = 1.0;
                return 2.0 * point[0];
            }
        };

        assertThatThrownBy(() -> check.assertMatches(objective, new double[] {1.0}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("value returns 1.0, valueAndGradient returns 2.0");
    }

    /** |x| at, and just beside, its kink: central differences alone see 0 there and would blame the gradient. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 1e-6, -1e-6, 8e-6, -3e-9})
    void aKinkIsUnjudgedAndTheOtherEntriesAreJudged(double x) {
        Objective kink = TestObjectives.of(p -> Math.abs(p[0]) + p[1] * p[1], (p, g) -> {
            g[0] = p[0] < 0.0 ? -1.0 : 1.0;
            g[1] = 2.0 * p[1];
        });

        GradientReport report = check.check(kink, new double[] {x, 3.0});

        assertThat(report.unjudged()).isEqualTo(1);
        assertThat(report.matches()).isTrue();
        assertThatCode(() -> check.assertMatches(kink, new double[] {x, 3.0})).doesNotThrowAnyException();
    }

    @Test
    void farFromAKinkTheEntryIsJudged() {
        Objective wrong = TestObjectives.of(p -> Math.abs(p[0]), (p, g) -> g[0] = 1.0);

        assertThat(check.check(wrong, new double[] {1e-3}).matches()).isTrue();
        assertThat(check.check(wrong, new double[] {-1e-3}).matches()).isFalse();
    }

    @Test
    void nothingJudgedIsNoPass() {
        Objective kink = TestObjectives.of(p -> Math.abs(p[0]), (p, g) -> g[0] = 1.0);

        assertThatThrownBy(() -> check.assertMatches(kink, new double[1]))
                .isInstanceOf(AssertionError.class)
                .hasMessage("none of the 1 entries could be judged");
    }

    @Test
    void theEdgeOfTheDomainIsUnjudged() {
        Objective root = TestObjectives.of(p -> Math.sqrt(p[0]) + p[1], (p, g) -> {
            g[0] = 0.5 / Math.sqrt(p[0]);
            g[1] = 1.0;
        });

        GradientReport report = check.check(root, new double[] {0.0, 1.0});

        assertThat(report.unjudged()).isEqualTo(1);
        assertThat(report.matches()).isTrue();
    }

    @Test
    void badInputIsNamed() {
        Objective objective = TestObjectives.quadratic();

        assertThatThrownBy(() -> check.check(objective, new double[0])).hasMessage("point is empty");
        assertThatThrownBy(() -> check.check(objective, new double[] {Double.NaN}))
                .hasMessage("point[0] is NaN");
        assertThatThrownBy(() -> check.check(null, new double[1])).hasMessage("objective is null");
        assertThatThrownBy(() -> check.check(TestObjectives.of(x -> 1.0 / 0.0, (x, g) -> {}), new double[1]))
                .hasMessage("the objective's value at the point is Infinity");
        assertThatThrownBy(() -> new GradientCheck(0.0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePointIsNotModified() {
        double[] point = POINT.clone();
        check.check(TestObjectives.rosenbrock(), point);
        assertThat(point).containsExactly(POINT);
    }
}
