package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Fingerprint;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case against all oracles, and in every build of the matrix with the same bits. */
final class ConformanceTest {
    private static final List<ConformanceCase> CASES = ConformanceCase.all();
    private static final Map<String, CaseBuild> BUILDS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        assumeTrue(ProcessorCompiler.processorExists());
        BUILDS.clear();
    }

    @TestFactory
    Stream<DynamicNode> oraclesAcceptEveryCase() {
        return CASES.stream().map(c -> dynamicTest(c.name(), () -> judge(c)));
    }

    @TestFactory
    Stream<DynamicNode> secondDerivativesOfEveryCase() {
        return CASES.stream()
                .filter(ConformanceCase::hasHessian)
                .map(c -> dynamicTest(c.name(), () -> judgeHessian(c, probe(c))));
    }

    @TestFactory
    Stream<DynamicNode> everyBuildComputesTheSameBits() {
        return BuildMatrix.options().keySet().stream()
                .filter(name -> !name.equals(BuildMatrix.DEFAULT))
                .map(name ->
                        dynamicContainer(name, CASES.stream().map(c -> dynamicTest(c.name(), () -> compare(c, name)))));
    }

    @Test
    void everyCaseHasPoints() {
        assertThat(CASES)
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.points()).as(c.name()).isNotEmpty());
    }

    static void judge(ConformanceCase example, DerivativeProbe probe) {
        Verdict verdict = new Verdict();
        Workspace shared = new Workspace();
        for (ConformanceCase.Point point : example.points()) {
            Oracles.checkAll(probe, point.arguments(), 1, shared, verdict);
            Oracles.checkGradient(probe, point.arguments(), point.gradient(), verdict);
        }
        assertThat(verdict.summary()).as(example.name()).isEmpty();
        assertThat(verdict.isInconclusive() && !example.hasKinks())
                .as("%s: %s of %s entries unjudged", example.name(), verdict.unjudged(), verdict.judged())
                .isFalse();
    }

    static void judgeHessian(ConformanceCase example, DerivativeProbe probe) {
        Verdict verdict = new Verdict();
        Workspace shared = new Workspace();
        for (ConformanceCase.Point point : example.points()) {
            Oracles.checkHessian(probe, point.arguments(), 1, shared, verdict);
        }
        assertThat(verdict.summary()).as(example.name()).isEmpty();
        assertThat(verdict.isInconclusive() && !example.hasKinks())
                .as("%s: %s of %s entries unjudged", example.name(), verdict.unjudged(), verdict.judged())
                .isFalse();
    }

    private static void judge(ConformanceCase example) {
        judge(example, probe(example));
    }

    private static DerivativeProbe probe(ConformanceCase example) {
        return probe(example, BuildMatrix.DEFAULT);
    }

    /** Each build is made when the first test asks for it. */
    private static DerivativeProbe probe(ConformanceCase example, String build) {
        return BUILDS.computeIfAbsent(
                        build,
                        name -> new CaseBuild(CASES, BuildMatrix.options().get(name)))
                .probe(example);
    }

    private static void compare(ConformanceCase example, String build) {
        DerivativeProbe standard = probe(example, BuildMatrix.DEFAULT);
        DerivativeProbe other = probe(example, build);
        for (ConformanceCase.Point point : example.points()) {
            Fingerprint expected = Fingerprint.of(standard, point.arguments());
            Fingerprint actual = Fingerprint.of(other, point.arguments());
            assertThat(actual.matches(expected))
                    .as("%s %s at %s: expected %s, got %s", example.name(), build, point.arguments(), expected, actual)
                    .isTrue();
        }
    }
}
