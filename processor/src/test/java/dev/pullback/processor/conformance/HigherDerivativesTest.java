package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every conformance case: several directions at once against one pushforward each, Taylor coefficients against value,
 * pushforward, Hessian and third derivatives, these against each other.
 */
final class HigherDerivativesTest {
    private static final String DERIVATIVE = "dev.pullback.annotations.Derivative.";
    private static final String FIRST_ORDER = "// first order";
    private static List<ConformanceCase> cases;
    private static CaseBuild build;

    @BeforeAll
    static void compile() {
        List<ConformanceCase> all = ConformanceCase.all().stream()
                .map(c -> asked(c, "THIRD_ORDER", "TAYLOR"))
                .toList();
        // What is refused for a documented reason is not asked for.
        Set<String> refused = ProcessorCompiler.withProcessor()
                .withOptions("-proc:only")
                .compile(all.stream().map(ConformanceCase::source).toList())
                .errors()
                .stream()
                .map(error -> error.getSource().getName())
                .collect(Collectors.toSet());
        cases = ConformanceCase.all().stream()
                .map(c -> refused.contains(c.source().path()) ? asked(c) : asked(c, "THIRD_ORDER", "TAYLOR"))
                .toList();
        build = new CaseBuild(cases);
    }

    /** Asks for more derivatives where nothing else is asked for than every case is. */
    private static ConformanceCase asked(ConformanceCase example, String... others) {
        boolean isFirstOrder = example.source().text().contains(FIRST_ORDER);
        String asked = Stream.concat(Stream.of("PUSHFORWARD", "PUSHFORWARDS"), Arrays.stream(others))
                .filter(name -> !isFirstOrder || !name.equals("THIRD_ORDER"))
                .map(DERIVATIVE::concat)
                .collect(Collectors.joining(", ", "derivatives = {", "})"));
        String text = example.source()
                .text()
                .replace("@Differentiable\n", "@Differentiable(" + asked + "\n")
                .replaceAll("derivatives = [^)]*(PUSHFORWARD|HESSIAN)}?\\)", asked);
        SourceFile source = new SourceFile(example.source().name(), text);
        return new ConformanceCase(example.name(), source, example.arguments(), example.seeds(), example.hasKinks());
    }

    @TestFactory
    Stream<DynamicTest> severalDirectionsGiveTheBitsOfOneEach() {
        return judge("Pushforwards", HigherDerivativesTest::pushforwards);
    }

    @TestFactory
    Stream<DynamicTest> taylorCoefficientsAreThoseOfLowerOrders() {
        return judge("Taylor", HigherDerivativesTest::taylor);
    }

    @TestFactory
    Stream<DynamicTest> thirdDerivativesAreSymmetric() {
        return judge("ThirdOrder", HigherDerivativesTest::symmetry);
    }

    @Test
    void mostCasesAreJudged() {
        assertThat(with("Pushforwards")).hasSizeGreaterThan(cases.size() * 9 / 10);
        assertThat(with("Taylor")).hasSizeGreaterThan(cases.size() * 7 / 10);
        assertThat(with("ThirdOrder")).hasSizeGreaterThan(cases.size() * 7 / 10);
    }

    private static List<ConformanceCase> with(String derivative) {
        return cases.stream().filter(c -> build.probe(c).has(derivative)).toList();
    }

    /** Calls the judge at every point at which the method does not throw. */
    private static Stream<DynamicTest> judge(String derivative, BiConsumer<DerivativeProbe, Arguments> judge) {
        return with(derivative).stream()
                .map(c -> dynamicTest(
                        c.name(),
                        () -> c.points().forEach(point -> {
                            if (returns(build.probe(c), point.arguments())) {
                                judge.accept(build.probe(c), point.arguments());
                            }
                        })));
    }

    private static boolean returns(DerivativeProbe probe, Arguments point) {
        try {
            return Double.isFinite(probe.value(point).result());
        } catch (RuntimeException thrown) {
            return false;
        }
    }

    private static double[][] directions(Arguments point, int count) {
        Random random = new Random(point.flat().length);
        double[][] directions = new double[count][];
        Arrays.setAll(
                directions, k -> random.doubles(point.flat().length, -1, 1).toArray());
        return directions;
    }

    private static void pushforwards(DerivativeProbe probe, Arguments point) {
        Workspace workspace = new Workspace();
        double[][] directions = directions(point, 11);
        double[] expected = Arrays.stream(directions)
                .mapToDouble(
                        direction -> probe.pushforward(point, direction, null).result() + 0.0)
                .toArray();
        String after = probe.value(point).after().toString();
        for (Workspace used : Arrays.asList(null, workspace, workspace)) {
            DerivativeProbe.Outcome outcome = probe.pushforwards(point, directions, used);
            double[] actual = Arrays.stream(outcome.bars()).map(v -> v + 0.0).toArray();
            assertThat(actual).as(point.toString()).isEqualTo(expected);
            assertThat(outcome.after()).hasToString(after);
        }
    }

    private static void taylor(DerivativeProbe probe, Arguments point) {
        double[] direction = directions(point, 1)[0];
        DerivativeProbe.Outcome outcome = probe.taylor(point, direction, 3, null);
        double[] coefficients = outcome.bars();
        DerivativeProbe.Outcome primal = probe.value(point);
        assertThat(coefficients[0] + 0.0).isEqualTo(primal.result() + 0.0);
        assertThat(outcome.after()).hasToString(primal.after().toString());
        near(
                "order 1",
                coefficients[1],
                probe.pushforward(point, direction, null).result(),
                coefficients);
        if (probe.has("HessianVector")) {
            double[] product = probe.hessianVector(point, direction, null).bars();
            near("order 2", coefficients[2], dot(direction, product) / 2, coefficients);
        }
        if (probe.has("ThirdOrder")) {
            double[] third = probe.thirdOrder(point, direction, direction, null).bars();
            near("order 3", coefficients[3], dot(direction, third) / 6, coefficients);
        }
        Workspace workspace = new Workspace();
        for (Workspace used : Arrays.asList(workspace, workspace)) {
            assertThat(probe.taylor(point, direction, 3, used).bars()).isEqualTo(coefficients);
        }
    }

    private static void symmetry(DerivativeProbe probe, Arguments point) {
        double[][] directions = directions(point, 3);
        double[][] products = new double[3][];
        double scale = 0;
        for (int k = 0; k < 3; k++) {
            DerivativeProbe.Outcome outcome = probe.thirdOrder(point, directions[k], directions[(k + 1) % 3], null);
            products[k] = outcome.bars();
            assertThat(outcome.after()).hasToString(probe.value(point).after().toString());
            scale += Arrays.stream(products[k]).map(Math::abs).sum();
        }
        Workspace workspace = new Workspace();
        for (Workspace used : Arrays.asList(workspace, workspace)) {
            assertThat(probe.thirdOrder(point, directions[0], directions[1], used)
                            .bars())
                    .isEqualTo(products[0]);
        }
        if (Double.isFinite(scale)) {
            double expected = dot(products[0], directions[2]);
            for (int k = 1; k < 3; k++) {
                assertThat(dot(products[k], directions[(k + 2) % 3]))
                        .as(point.toString())
                        .isEqualTo(expected, within(1e-10 * scale + Double.MIN_NORMAL));
            }
        }
    }

    /** At kinks and where a function has no such derivative both may be infinite or no number. */
    private static void near(String what, double actual, double expected, double[] coefficients) {
        if (!Double.isFinite(expected)) {
            assertThat(Double.isFinite(actual)).as(what).isFalse();
            return;
        }
        double scale = Arrays.stream(coefficients)
                .map(Math::abs)
                .filter(Double::isFinite)
                .sum();
        assertThat(actual).as(what).isEqualTo(expected, within(1e-10 * (scale + Math.abs(expected))));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
