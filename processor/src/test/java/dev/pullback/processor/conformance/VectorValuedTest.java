package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.TestResources;
import dev.pullback.processor.testkit.VectorProbe;
import dev.pullback.runtime.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Methods with several results ({@code resources/vector_valued}, {@code resources/record_results}): pullback against
 * pushforward and differences, bars of outputs, what the caller sees, exceptions; and the same bits in every build of the
 * matrix.
 */
final class VectorValuedTest {
    private static final double STEP = 1e-5;
    private static final List<ConformanceCase> CASES = Stream.of("vector_valued", "record_results")
            .flatMap(folder -> TestResources.find(TestResources.folder(folder), ".java").stream())
            .map(VectorValuedTest::read)
            .toList();
    private static final Map<String, CompilationResult> BUILDS = new LinkedHashMap<>();

    private static ConformanceCase read(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        String text = TestResources.read(file);
        if (file.getParent().endsWith("vector_valued")) {
            text = text.replace(
                    "Derivative.PUSHFORWARD)",
                    "{Derivative.PUSHFORWARD, Derivative.JACOBIAN, Derivative.PUSHFORWARDS})");
        }
        return ConformanceCase.of(name, name, text);
    }

    @BeforeAll
    static void compile() {
        BuildMatrix.options()
                .forEach((name, options) -> BUILDS.put(
                        name,
                        ProcessorCompiler.withProcessor()
                                .withOptions(options)
                                .compile(CASES.stream()
                                        .map(ConformanceCase::source)
                                        .toList())));
        BUILDS.forEach((name, build) ->
                assertThat(build.succeeded()).as(name + build.describe()).isTrue());
    }

    @TestFactory
    Stream<DynamicTest> derivativesAgreeWithTheOracles() {
        return CASES.stream().map(c -> dynamicTest(c.name(), () -> judge(c)));
    }

    @TestFactory
    Stream<DynamicTest> everyBuildComputesTheSameBits() {
        return CASES.stream()
                .map(c -> dynamicTest(
                        c.name(),
                        () -> BUILDS.keySet()
                                .forEach(build -> assertThat(numbers(c, build))
                                        .as(build)
                                        .isEqualTo(numbers(c, BuildMatrix.DEFAULT)))));
    }

    private static VectorProbe probe(ConformanceCase example, String build) {
        return VectorProbe.of(BUILDS.get(build), example.source());
    }

    private static void judge(ConformanceCase example) {
        VectorProbe probe = probe(example, BuildMatrix.DEFAULT);
        for (ConformanceCase.Point point : example.points()) {
            judge(probe, point.arguments());
        }
    }

    private static void judge(VectorProbe probe, Arguments point) {
        double[] values;
        try {
            values = probe.values(point).values();
        } catch (RuntimeException expected) {
            double[] dots = new double[point.flat().length];
            assertThat(thrownBy(() -> probe.pushforward(point, dots, null))).isEqualTo(expected.getClass());
            return;
        }
        Random random = new Random(values.length);
        double[] seeds = random.doubles(values.length, -1, 1).toArray();
        double[] tangent = random.doubles(point.flat().length, -1, 1).toArray();
        double[] zeros = new double[tangent.length];
        VectorProbe.Outcome pulled = probe.pullback(point, seeds, zeros, null);
        VectorProbe.Outcome pushed = probe.pushforward(point, tangent, null);
        String after = probe.values(point).after().toString();
        assertThat(pulled.after()).as("arguments after the pullback").hasToString(after);
        assertThat(pushed.after()).as("arguments after the pushforward").hasToString(after);
        double[] aligned = probe.aligned(point, tangent);
        double forward = dot(seeds, pushed.values());
        double scale = Math.max(1, Math.abs(forward));
        assertThat(dot(pulled.values(), aligned)).isEqualTo(forward, within(1e-12 * scale));
        assertThat(forward).isEqualTo(slope(probe, point, seeds, tangent), within(1e-7 * scale));
        accumulates(probe, point, seeds, pulled.values());
        if (probe.hasJacobian()) {
            jacobian(probe, point, after);
            pushforwards(probe, point, random, after);
        }
        Workspace workspace = new Workspace();
        for (int call = 0; call < 2; call++) {
            assertThat(probe.pullback(point, seeds, zeros, workspace).values()).isEqualTo(pulled.values());
        }
    }

    /** Rows against pullbacks and columns against pushforwards, in all forms. */
    private static void jacobian(VectorProbe probe, Arguments point, String after) {
        double[] values = probe.values(point).values();
        double[][] jacobian = probe.jacobian(point);
        int columns = point.flat().length;
        assertThat(jacobian).hasNumberOfRows(values.length);
        for (int i = 0; i < values.length; i++) {
            double[] seeds = new double[values.length];
            seeds[i] = 1;
            double[] row =
                    probe.pullback(point, seeds, new double[columns], null).values();
            assertThat(jacobian[i]).hasSize(columns).containsExactly(probe.independent(point, row), within(1e-12));
        }
        for (int j = 0; j < columns; j++) {
            double[] tangent = new double[columns];
            tangent[j] = 1;
            double[] column = probe.pushforward(point, tangent, null).values();
            for (int i = 0; i < values.length; i++) {
                assertThat(jacobian[i][j]).isEqualTo(column[i], within(1e-12));
            }
        }
        Workspace workspace = new Workspace();
        double[] flat = Arrays.stream(jacobian).flatMapToDouble(Arrays::stream).toArray();
        for (Workspace used : Arrays.asList(null, workspace, workspace)) {
            for (boolean isFlat : new boolean[] {false, true}) {
                double[] again = new double[flat.length];
                VectorProbe.Outcome outcome = probe.valueAndJacobian(point, again, isFlat, used);
                assertThat(again).isEqualTo(flat);
                assertThat(outcome.values()).isEqualTo(values);
                assertThat(outcome.after()).as("arguments after the Jacobian").hasToString(after);
            }
        }
    }

    /** The same bits as one pushforward each, however many of them. */
    private static void pushforwards(VectorProbe probe, Arguments point, Random random, String after) {
        Workspace workspace = new Workspace();
        for (int count : new int[] {1, 8, 11}) {
            double[][] directions = new double[count][];
            Arrays.setAll(
                    directions, k -> random.doubles(point.flat().length, -1, 1).toArray());
            for (Workspace used : Arrays.asList(null, workspace, workspace)) {
                double[][] tangents = new double[count][probe.values(point).values().length];
                Arguments own = probe.pushforwards(point, directions, tangents, used);
                assertThat(own).as("arguments after pushforwards").hasToString(after);
                for (int k = 0; k < count; k++) {
                    assertThat(list(tangents[k]))
                            .isEqualTo(list(probe.pushforward(point, directions[k], null)
                                    .values()));
                }
            }
        }
    }

    /** Bars of arguments are added to, those of outputs are overwritten, with zero for outputs that are no independents. */
    private static void accumulates(VectorProbe probe, Arguments point, double[] seeds, double[] fromZero) {
        double[] initial = new double[point.flat().length];
        Arrays.fill(initial, 3);
        double[] sums = probe.pullback(point, seeds, initial, null).values();
        boolean[] isAccumulated = probe.isAccumulated(point);
        double[] ones = probe.aligned(point, initial);
        for (int i = 0; i < sums.length; i++) {
            assertThat(sums[i]).isEqualTo(fromZero[i] + (isAccumulated[i] ? 3 : 0), within(1e-12));
            assertThat(ones[i] == 0 && sums[i] != 0)
                    .as("bar of an output that is no independent")
                    .isFalse();
        }
    }

    private static double slope(VectorProbe probe, Arguments point, double[] seeds, double[] tangent) {
        double[] up = point.flat();
        double[] down = point.flat();
        for (int i = 0; i < up.length; i++) {
            up[i] += STEP * tangent[i];
            down[i] -= STEP * tangent[i];
        }
        double above = dot(seeds, probe.values(point.withFlat(up)).values());
        double below = dot(seeds, probe.values(point.withFlat(down)).values());
        return (above - below) / (2 * STEP);
    }

    private static List<Object> numbers(ConformanceCase example, String build) {
        VectorProbe probe = probe(example, build);
        List<Object> all = new ArrayList<>();
        for (ConformanceCase.Point point : example.points()) {
            double[] tangent = new double[point.arguments().flat().length];
            Arrays.fill(tangent, 0.75);
            try {
                double[] seeds = new double[probe.values(point.arguments()).values().length];
                Arrays.fill(seeds, -2.5);
                all.add(list(
                        probe.pullback(point.arguments(), seeds, tangent, null).values()));
                all.add(list(probe.pushforward(point.arguments(), tangent, null).values()));
                if (probe.hasJacobian()) {
                    Arrays.stream(probe.jacobian(point.arguments())).forEach(row -> all.add(list(row)));
                }
            } catch (RuntimeException e) {
                all.add(e.toString());
            }
        }
        return all;
    }

    /** Zeros of either sign are equal. */
    private static List<Double> list(double[] values) {
        return Arrays.stream(values).map(v -> v + 0.0).boxed().toList();
    }

    private static double dot(double[] a, double[] b) {
        assertThat(a).hasSameSizeAs(b);
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static Class<?> thrownBy(Runnable call) {
        try {
            call.run();
            return Void.class;
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }
}
