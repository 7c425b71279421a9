package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.Fingerprint;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The derivatives of every case with a loop, its method marked {@code @Checkpointed}: all schedules compute the same bits, those
 * of the method without the mark.
 */
final class CheckpointedCasesTest {
    private static final String STORE_ALL = "schedule = dev.pullback.annotations.Checkpointed.Schedule.STORE_ALL";
    private static final String FEW_SNAPSHOTS = "snapshots = 2";

    /**
     * Cases with a loop of independent iterations that overwrite arrays which may be the caller's: with snapshots it is reversed
     * from its last iteration to its first, without from the first to the last, so that sums of bars are rounded otherwise.
     */
    private static final Set<String> OTHER_ORDER = Set.of(
            "array_copies/Fill",
            "float_matrices/Layer",
            "foreign_arrays/PassiveOutputs",
            "foreign_arrays/WithPushforwards",
            "implicit/LinearSystem",
            "in_place/Scale",
            "jagged_arrays/Pair",
            "linear_algebra/Decompositions",
            "nested_loops/MatrixProduct",
            "record_arrays/Buffers",
            "record_arrays/InPlace",
            "records/ArrayResults",
            "recursion/Factorization",
            "recursion/SharedBuffers",
            "row_alias/WriteRow",
            "triangular_loops/PackedTriangles");

    private static final Pattern LOOP = Pattern.compile("\\b(for|while) \\(");
    private static final Pattern REFUSAL = Pattern.compile("\\[(AD\\d+)\\]");

    /** What a loop, or a method without one, may be refused for. */
    private static final Set<String> REASONS = Set.of("AD151", "AD152");

    private static final Map<String, String> REFUSED = new TreeMap<>();
    private static List<ConformanceCase> cases = List.of();
    private static final Map<String, String> STORING_SOURCES = new TreeMap<>();
    private static final Build PLAIN = new Build(c -> c, CaseBuild::new);
    private static final Build STORING =
            new Build(c -> marked(c, STORE_ALL), marked -> CaseBuild.ofGenerated(marked, STORING_SOURCES));
    private static final Build REPEATING = new Build(c -> marked(c, FEW_SNAPSHOTS), CaseBuild::new);

    @BeforeAll
    static void start() {
        assumeTrue(ProcessorCompiler.processorExists());
        List<ConformanceCase> loops = ConformanceCase.all().stream()
                .filter(c -> LOOP.matcher(c.source().text()).find()
                        && !c.source().text().contains("@Checkpointed"))
                .toList();
        CompilationResult first = ProcessorCompiler.withProcessor()
                .withOptions("-proc:only")
                .compile(loops.stream().map(c -> marked(c, STORE_ALL).source()).toList());
        first.errors().forEach(error -> REFUSED.merge(file(error), reason(error), (a, b) -> a + " " + b));
        STORING_SOURCES.putAll(first.generatedSources());
        cases = loops.stream()
                .filter(c -> !REFUSED.containsKey(c.source().name().replace('.', '/')))
                .toList();
    }

    private static String file(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject file = error.getSource();
        return file == null ? "" : file.toUri().getPath().replaceAll("^/|\\.java$", "");
    }

    private static String reason(Diagnostic<? extends JavaFileObject> error) {
        return REFUSAL.matcher(error.getMessage(Locale.ROOT))
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElse(error.toString());
    }

    @Test
    void casesAreRefusedForKnownReasonsOnly() {
        assertThat(REFUSED)
                .allSatisfy((name, reasons) ->
                        assertThat(REASONS).as(name).containsAll(new TreeSet<>(List.of(reasons.split(" ")))));
    }

    @TestFactory
    Stream<DynamicNode> snapshotsBeforeAllIterationsAndFewOnesGiveTheSameBits() {
        return cases.stream()
                .map(c -> dynamicTest(c.name(), () -> {
                    for (ConformanceCase.Point point : c.points()) {
                        Fingerprint expected = Fingerprint.of(STORING.probe(c), point.arguments());
                        Fingerprint actual = Fingerprint.of(REPEATING.probe(c), point.arguments());
                        assertThat(actual.matches(expected))
                                .as("%s at %s: expected %s, got %s", c.name(), point.arguments(), expected, actual)
                                .isTrue();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> snapshotsAndTapesGiveTheSameBits() {
        return cases.stream()
                .map(c -> dynamicTest(c.name(), () -> {
                    for (ConformanceCase.Point point : c.points()) {
                        Fingerprint expected = Fingerprint.of(PLAIN.probe(c), point.arguments());
                        Fingerprint actual = Fingerprint.of(STORING.probe(c), point.arguments());
                        boolean agrees = OTHER_ORDER.contains(c.name())
                                ? isClose(actual, expected, c.name().startsWith("float") ? 1e-6 : 1e-14)
                                : actual.matches(expected);
                        assertThat(agrees)
                                .as("%s at %s: expected %s, got %s", c.name(), point.arguments(), expected, actual)
                                .isTrue();
                    }
                }));
    }

    private static boolean isClose(Fingerprint actual, Fingerprint expected, double tolerance) {
        for (int i = 0; i < expected.numbers().length; i++) {
            double wanted = expected.numbers()[i];
            double given = actual.numbers()[i];
            boolean isNear = Math.abs(given - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
            if (!isNear && Double.compare(given, wanted) != 0) {
                return false;
            }
        }
        return actual.after().equals(expected.after());
    }

    /** All cases compiled with a schedule, or without; each build is made when the first test asks for it. */
    private static final class Build {
        private final UnaryOperator<ConformanceCase> change;
        private final Function<List<ConformanceCase>, CaseBuild> compiler;
        private @Nullable CaseBuild build;

        Build(UnaryOperator<ConformanceCase> change, Function<List<ConformanceCase>, CaseBuild> compiler) {
            this.change = change;
            this.compiler = compiler;
        }

        DerivativeProbe probe(ConformanceCase example) {
            if (build == null) {
                build = compiler.apply(cases.stream().map(change).toList());
            }
            return build.probe(change.apply(example));
        }
    }

    private static ConformanceCase marked(ConformanceCase example, String schedule) {
        String text = example.source()
                .text()
                .replaceAll(
                        "(?m)^( +)(@Differentiable\\b)",
                        "$1@dev.pullback.annotations.Checkpointed(" + schedule + ") $2");
        return new ConformanceCase(
                example.name(),
                new SourceFile(example.source().name(), text),
                example.arguments(),
                example.seeds(),
                example.hasKinks());
    }
}
