package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.HigherOrderOracle;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
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
    private static final List<CaseBuild> BUILDS = new ArrayList<>();

    @BeforeAll
    static void compile() {
        cases = ConformanceCase.all();
        BUILDS.clear();
        List<ConformanceCase> rest = compile(cases, "THIRD_ORDER", "TAYLOR");
        rest = compile(rest, "THIRD_ORDER");
        rest = compile(rest, "TAYLOR");
        BUILDS.add(new CaseBuild(rest.stream().map(c -> asked(c)).toList()));
    }

    /** Asks for derivatives; gives the cases that are refused, for a documented reason. */
    private static List<ConformanceCase> compile(List<ConformanceCase> examples, String... derivatives) {
        List<ConformanceCase> all =
                examples.stream().map(c -> asked(c, derivatives)).toList();
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-proc:only")
                .compile(all.stream().map(ConformanceCase::source).toList());
        assertThat(result.errors())
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).containsPattern("AD40[4-8]"));
        Set<String> refused = result.errors().stream()
                .map(error -> error.getSource().getName())
                .collect(Collectors.toSet());
        Predicate<ConformanceCase> isRefused = c -> refused.contains(c.source().path());
        BUILDS.add(CaseBuild.ofGenerated(all.stream().filter(isRefused.negate()).toList(), result.generatedSources()));
        return examples.stream().filter(isRefused).toList();
    }

    private static DerivativeProbe probe(ConformanceCase example) {
        return BUILDS.stream()
                .filter(build -> build.has(example))
                .findFirst()
                .orElseThrow()
                .probe(example);
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
                .replaceAll("derivatives = [^)]*(PUSHFORWARD|HESSIAN)}?\\)", asked)
                .replaceAll("derivatives = (Derivative\\.HESSIAN_VECTOR)", "derivatives = {$1}")
                .replaceAll("(dev\\.pullback\\.annotations\\.)?Derivative\\.HESSIAN_VECTOR", ofCallees(others));
        SourceFile source = new SourceFile(example.source().name(), text);
        return new ConformanceCase(example.name(), source, example.arguments(), example.seeds(), example.hasKinks());
    }

    /** What a method of another class is asked for that has second derivatives and is called. */
    private static String ofCallees(String... others) {
        Stream<String> asked = others.length == 0 ? Stream.of("HESSIAN_VECTOR") : Arrays.stream(others);
        return asked.map(DERIVATIVE::concat).collect(Collectors.joining(", "));
    }

    @TestFactory
    Stream<DynamicTest> severalDirectionsGiveTheBitsOfOneEach() {
        return judge("Pushforwards", HigherOrderOracle::pushforwards);
    }

    @TestFactory
    Stream<DynamicTest> taylorCoefficientsAreThoseOfLowerOrders() {
        return judge("Taylor", HigherOrderOracle::taylor);
    }

    @TestFactory
    Stream<DynamicTest> thirdDerivativesAreSymmetric() {
        return judge("ThirdOrder", HigherOrderOracle::thirdOrder);
    }

    /** Of smooth cases, and those in which other methods are called. */
    @TestFactory
    Stream<DynamicTest> thirdDerivativesAreDifferencesOfSecond() {
        Verdict all = new Verdict();
        Stream<DynamicTest> each = with("ThirdOrder").stream()
                .filter(c -> !c.hasKinks())
                .map(c -> dynamicTest(c.name(), () -> {
                    Verdict verdict = new Verdict();
                    judge(c, HigherOrderOracle::thirdOrderDifferences, verdict);
                    all.addAll(verdict);
                    assertThat(verdict.summary()).isEmpty();
                }));
        DynamicTest most = dynamicTest(
                "most entries are judged", () -> assertThat(all.unjudged()).isLessThan(all.judged() / 4 + 1));
        return Stream.concat(each, Stream.of(most));
    }

    @Test
    void mostCasesAreJudged() {
        assertThat(with("Pushforwards")).hasSizeGreaterThan(cases.size() * 9 / 10);
        assertThat(with("Taylor")).hasSizeGreaterThan(cases.size() * 8 / 10);
        assertThat(with("ThirdOrder")).hasSizeGreaterThan(cases.size() * 9 / 10);
    }

    private static List<ConformanceCase> with(String derivative) {
        return cases.stream().filter(c -> probe(c).has(derivative)).toList();
    }

    /** One of the oracles. */
    private interface Judge {
        void check(DerivativeProbe probe, Arguments point, Verdict verdict);
    }

    /** Calls the judge at every point at which the method does not throw. */
    private static Stream<DynamicTest> judge(String derivative, Judge judge) {
        return with(derivative).stream()
                .map(c -> dynamicTest(c.name(), () -> {
                    Verdict verdict = new Verdict();
                    judge(c, judge, verdict);
                    assertThat(verdict.summary()).isEmpty();
                }));
    }

    private static void judge(ConformanceCase example, Judge judge, Verdict verdict) {
        example.points().stream()
                .filter(point -> returns(probe(example), point.arguments()))
                .forEach(point -> judge.check(probe(example), point.arguments(), verdict));
    }

    private static boolean returns(DerivativeProbe probe, Arguments point) {
        try {
            return Double.isFinite(probe.value(point).result());
        } catch (RuntimeException thrown) {
            return false;
        }
    }
}
