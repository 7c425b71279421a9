package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.PatternOracle;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import dev.pullback.processor.testkit.VectorProbe;
import dev.pullback.processor.testkit.Verdict;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every conformance case: the pattern of its Hessian, or Jacobian, has all that products with the matrix show, and the sparse
 * matrix is the dense one. Where sizes and passive arguments tell the pattern, it is the same at all points.
 */
final class SparsityTest {
    private static final String DETECTED = "Detects where the ";
    private static List<ConformanceCase> cases;
    private static CaseBuild build;
    private static List<ConformanceCase> vectors;
    private static CompilationResult vectorBuild;

    @BeforeAll
    static void compile() {
        cases = ConformanceCase.all().stream()
                .filter(ConformanceCase::hasHessian)
                .map(SparsityTest::asked)
                .toList();
        build = new CaseBuild(cases);
        vectors = TestResources.find(TestResources.folder("vector_valued"), ".java").stream()
                .map(file -> {
                    String name = file.getFileName().toString().replace(".java", "");
                    String text = TestResources.read(file);
                    return ConformanceCase.of(
                            name,
                            name,
                            text.replace("Derivative.PUSHFORWARD)", "{Derivative.PUSHFORWARD, Derivative.SPARSITY})"));
                })
                .toList();
        vectorBuild = ProcessorCompiler.withProcessor()
                .compile(vectors.stream().map(ConformanceCase::source).toList());
        assertThat(vectorBuild.succeeded()).as(vectorBuild.describe()).isTrue();
    }

    private static ConformanceCase asked(ConformanceCase example) {
        String text = example.source()
                .text()
                .replaceAll("((?:dev\\.pullback\\.annotations\\.)?Derivative\\.)HESSIAN}\\)", "$1SPARSITY})")
                .replaceAll("((?:dev\\.pullback\\.annotations\\.)?Derivative\\.)HESSIAN\\)", "$1SPARSITY)");
        SourceFile source = new SourceFile(example.source().name(), text);
        return new ConformanceCase(example.name(), source, example.arguments(), example.seeds(), example.hasKinks());
    }

    @TestFactory
    Stream<DynamicTest> patternsOfHessiansMissNothing() {
        return cases.stream()
                .filter(c -> build.probe(c).has("HessianPattern"))
                .map(c -> dynamicTest(c.name(), () -> {
                    for (ConformanceCase.Point point : c.points()) {
                        if (returns(build.probe(c), point.arguments())) {
                            judge(build.probe(c), point.arguments());
                        }
                    }
                }));
    }

    private static boolean returns(DerivativeProbe probe, Arguments point) {
        try {
            return Double.isFinite(probe.value(point).result());
        } catch (RuntimeException thrown) {
            return false;
        }
    }

    private static void judge(DerivativeProbe probe, Arguments point) {
        SparsityPattern pattern = probe.hessianPattern(point);
        int size = point.flat().length;
        Verdict verdict = new Verdict();
        Workspace workspace = new Workspace();
        assertThat(List.of(pattern.rows(), pattern.columns())).containsExactly(size, size);
        PatternOracle.checkHessian(
                pattern,
                (vector, product) -> System.arraycopy(
                        probe.hessianVector(point, vector, workspace).bars(), 0, product, 0, size),
                probe.isSingle(),
                verdict);
        assertThat(verdict.violations()).as(point.toString()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> patternsOfJacobiansMissNothing() {
        return vectors.stream()
                .map(c -> dynamicTest(c.name(), () -> {
                    for (ConformanceCase.Point point : c.points()) {
                        VectorProbe probe = VectorProbe.of(vectorBuild, c.source());
                        try {
                            probe.values(point.arguments());
                        } catch (RuntimeException thrown) {
                            continue;
                        }
                        judge(probe, point.arguments());
                    }
                }));
    }

    private static void judge(VectorProbe probe, Arguments point) {
        Verdict verdict = new Verdict();
        SparsityPattern pattern = probe.pattern(point);
        assertThat(pattern.columns()).isEqualTo(point.flat().length);
        PatternOracle.checkJacobian(
                pattern,
                (vector, product) -> {
                    double[] tangents = probe.pushforward(point, vector, null).values();
                    assertThat(tangents).hasSameSizeAs(product);
                    System.arraycopy(tangents, 0, product, 0, product.length);
                },
                false,
                verdict);
        assertThat(verdict.violations()).as(point.toString()).isEmpty();
    }

    @Test
    void mostPatternsNeedNoPoint() {
        long detected = cases.stream().filter(c -> build.generates(c, DETECTED)).count();
        assertThat(detected).isLessThan(cases.size() / 5);
    }

    @Test
    void patternsFromIndicesDoNotDependOnThePoint() {
        for (ConformanceCase example : vectors) {
            String generated =
                    vectorBuild.generatedSources().get(example.source().name() + "Derivatives");
            if (generated.contains(DETECTED)) {
                continue;
            }
            VectorProbe probe = VectorProbe.of(vectorBuild, example.source());
            Arguments point = example.points().get(0).arguments();
            double[] elsewhere = new double[point.flat().length];
            Arrays.fill(elsewhere, Double.NaN);
            SparsityPattern expected = probe.pattern(point);
            SparsityPattern actual = probe.pattern(point.withFlat(elsewhere));
            assertThat(actual.rowStarts()).as(example.name()).isEqualTo(expected.rowStarts());
            assertThat(actual.columnIndices()).as(example.name()).isEqualTo(expected.columnIndices());
        }
    }
}
