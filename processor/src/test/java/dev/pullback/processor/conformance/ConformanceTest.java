package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Fingerprint;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case against all oracles, and in every build of the matrix with the same bits. */
final class ConformanceTest {
    private static final List<ConformanceCase> CASES = ConformanceCase.all();
    private static final Map<String, List<Fingerprint>> FINGERPRINTS = new HashMap<>();
    private static @Nullable CaseBuild standard;
    private static @Nullable OtherBuilds builds;
    private static @Nullable CaseBuild other;
    private static String otherName = "";

    @BeforeAll
    static void start() {
        assumeTrue(ProcessorCompiler.processorExists());
        standard = null;
        builds = null;
        other = null;
        FINGERPRINTS.clear();
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
        return standard().probe(example);
    }

    /** Made when the first test asks for it. */
    private static CaseBuild standard() {
        if (standard == null) {
            standard = new CaseBuild(CASES);
        }
        return standard;
    }

    /** The tests of one build follow each other, and the classes of all builds at once would fill the memory. */
    private static CaseBuild build(String name) {
        if (other == null || !name.equals(otherName)) {
            if (builds == null) {
                builds = new OtherBuilds(CASES, standard());
            }
            other = builds.build(name);
            otherName = name;
        }
        return other;
    }

    private static void compare(ConformanceCase example, String build) {
        if (!build(build).has(example)) {
            return;
        }
        DerivativeProbe probe = build(build).probe(example);
        List<Fingerprint> fingerprints = FINGERPRINTS.computeIfAbsent(example.name(), name -> fingerprints(example));
        for (int i = 0; i < fingerprints.size(); i++) {
            Arguments point = example.points().get(i).arguments();
            Fingerprint expected = fingerprints.get(i);
            Fingerprint actual = Fingerprint.of(probe, point);
            assertThat(actual.matches(expected))
                    .as("%s %s at %s: expected %s, got %s", example.name(), build, point, expected, actual)
                    .isTrue();
        }
    }

    private static List<Fingerprint> fingerprints(ConformanceCase example) {
        DerivativeProbe probe = probe(example);
        return example.points().stream()
                .map(point -> Fingerprint.of(probe, point.arguments()))
                .toList();
    }
}
