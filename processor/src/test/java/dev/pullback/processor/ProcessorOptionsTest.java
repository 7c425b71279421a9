package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parsing and effect of the {@code -A} options. */
final class ProcessorOptionsTest {

    @Test
    void nothingIsSwitchedByDefault() {
        assertThat(ProcessorOptions.of(Map.of()))
                .isEqualTo(new ProcessorOptions(Optional.empty(), Optional.empty(), true, Set.of(), 8_000));
    }

    @Test
    void everyOptionIsRead() {
        Map<String, String> options = Map.of(
                ProcessorOptions.DUMP,
                "f",
                ProcessorOptions.EXPLAIN,
                "g",
                ProcessorOptions.TBR,
                "false",
                ProcessorOptions.PASSES_OFF,
                "one, two,,",
                ProcessorOptions.METHOD_BYTES,
                "100");
        assertThat(ProcessorOptions.of(options))
                .isEqualTo(new ProcessorOptions(Optional.of("f"), Optional.of("g"), false, Set.of("one", "two"), 100));
    }

    @Test
    void constantsAreExplainedForOneMethodOrAll() {
        ProcessorOptions one = ProcessorOptions.of(Map.of(ProcessorOptions.EXPLAIN, "f"));
        assertThat(one.explains("f")).isTrue();
        assertThat(one.explains("g")).isFalse();
        assertThat(ProcessorOptions.of(Map.of(ProcessorOptions.EXPLAIN, "all")).explains("g"))
                .isTrue();
        assertThat(ProcessorOptions.of(Map.of()).explains("f")).isFalse();
    }

    @Test
    void aDirectoryReceivesOneFilePerStage(@TempDir Path directory) throws IOException {
        ProcessorCompiler.withProcessor()
                .withOptions("-Apullback.dump=" + directory)
                .compile(new SourceFile("Primal", """
                    class Primal {
                        @dev.pullback.annotations.Differentiable
                        static double f(double x) { return x * x; }
                    }\
                    """));
        assertThat(Files.readString(directory.resolve("Primal.f.lowered.ir"))).contains("return x * x");
        assertThat(directory.resolve("Primal.f.gradient.ir")).exists();
    }

    /** Six accumulators have 720 orders, and sets of them another one in every virtual machine. */
    @Test
    void everythingIsStoredInTheOrderOfTheSource() {
        String text = ProcessorCompiler.withProcessor()
                .withOptions("-Apullback.tbr=false")
                .compile(new SourceFile("Moments", """
                    class Moments {
                        @dev.pullback.annotations.Differentiable
                        static double f(double[] x) {
                            double a = 0, b = 0, c = 0, d = 0, e = 0, g = 0;
                            for (int i = 0; i < x.length; i++) {
                                double p = x[i];
                                a += p;
                                b += p * p;
                                c += p * p * p;
                                d += p / 2;
                                e += p / 3;
                                g += p / 4;
                            }
                            return a * b * c * d * e * g;
                        }
                    }\
                    """))
                .generatedSources()
                .get("MomentsDerivatives");
        assertThat(text)
                .containsSubsequence(
                        "aSaved = a", "bSaved = b", "cSaved = c", "dSaved = d", "eSaved = e", "gSaved = g");
    }
}
