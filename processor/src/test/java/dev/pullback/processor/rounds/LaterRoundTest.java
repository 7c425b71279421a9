package dev.pullback.processor.rounds;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.pullback.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What another processor writes in the first round is there in the second, whichever of the two runs first. */
final class LaterRoundTest {

    @TestFactory
    Stream<DynamicTest> bodiesWaitForGeneratedClasses() {
        return Stream.of(
                        "return x * Rates.RATE;",
                        "return x * q.Rates.RATE;",
                        "return x * RATE_BY_IMPORT;",
                        "return Rates.scaled(x);",
                        "int[] order = Rates.ORDER; return x * order[1];")
                .flatMap(body -> Stream.of(
                        DynamicTest.dynamicTest(body + " (we first)", () -> compiles(body, true)),
                        DynamicTest.dynamicTest(body + " (we last)", () -> compiles(body, false))));
    }

    private static void compiles(String body, boolean isFirst) {
        Processor ours = new DifferentiableProcessor();
        Processor other = new RatesProcessor();
        Compilation compilation = javac().withProcessors(isFirst ? List.of(ours, other) : List.of(other, ours))
                .compile(JavaFileObjects.forSourceLines(
                        "q.Primal",
                        "package q;",
                        "import static q.Rates.RATE_BY_IMPORT;",
                        // javac asks no further processor once all annotations of a round are claimed.
                        "@SuppressWarnings(\"unused\")",
                        "class Primal {",
                        "    @dev.pullback.annotations.Differentiable",
                        "    static double f(double x) { " + body + " }",
                        "    double at = PrimalDerivatives.fGradient(2);",
                        "}"));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("q.PrimalDerivatives")).isPresent();
        assertThat(compilation.generatedSourceFile("q.RatesDerivatives")).isPresent();
    }

    /** Writes a class, once. */
    private static final class RatesProcessor extends AbstractProcessor {
        private boolean isDone;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                write();
            }
            return false;
        }

        private void write() {
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("q.Rates").openWriter()) {
                out.write("""
                    package q;
                    final class Rates {
                        static final double RATE = 2;
                        static final double RATE_BY_IMPORT = 3;
                        static final int[] ORDER = {1, 0};
                        @dev.pullback.annotations.Differentiable
                        static double scaled(double x) { return x * RATE; }
                    }
                    """);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
