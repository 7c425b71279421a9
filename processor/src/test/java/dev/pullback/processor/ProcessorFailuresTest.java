package dev.pullback.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.pullback.annotations.Differentiable;
import dev.pullback.processor.codegen.DerivativeClass;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.CompilerAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The failures that no source file can provoke by itself. */
final class ProcessorFailuresTest {
    private static final JavaFileObject PRIMAL = JavaFileObjects.forSourceLines(
            "q.Primal",
            "package q;",
            "class Primal {",
            "    @dev.pullback.annotations.Differentiable",
            "    static double square(double x) {",
            "        return x * x;",
            "    }",
            "}");

    @Test
    void aCompilerWithoutTreesIsReportedOnceOnTheMethod() {
        Compilation compilation = javac().withProcessors(WrappingProcessor.with(ProcessorFailuresTest::hide))
                .compile(PRIMAL);
        assertThat(errors(compilation)).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT)).startsWith("[AD101] ");
            assertThat(error.getLineNumber()).isEqualTo(4);
        });
    }

    /** An environment that keeps javac's behind something that is no environment. */
    private static ProcessingEnvironment hide(ProcessingEnvironment environment) {
        Supplier<ProcessingEnvironment> hidden = () -> environment;
        return WrappingProcessor.proxy((proxy, method, arguments) -> method.invoke(hidden.get(), arguments));
    }

    @Test
    void namesInWrtOfAClassFileWithoutParameterNamesAreReported(@TempDir Path classes) throws IOException {
        Compilation library = javac().withOptions("-g:none", "-proc:none")
                .compile(JavaFileObjects.forSourceLines(
                        "lib.Library",
                        "package lib;",
                        "public class Library {",
                        "    @dev.pullback.annotations.Differentiable(wrt = \"x\")",
                        "    public static double product(double x, double y) { return x * y; }",
                        "}"));
        write(library, classes);
        List<java.io.File> classPath = new ArrayList<>(List.of(classes.toFile()));
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            classPath.add(new java.io.File(entry));
        }
        Compilation compilation = javac().withClasspath(classPath)
                .withProcessors(new DifferentiableProcessor())
                .compile(JavaFileObjects.forSourceLines(
                        "q.User",
                        "package q;",
                        "class User {",
                        "    @dev.pullback.annotations.Differentiable",
                        "    static double f(double x) { return lib.Library.product(x, 2); }",
                        "}"));
        assertThat(errors(compilation)).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT)).startsWith("[AD223] ");
            assertThat(error.getLineNumber()).isEqualTo(4);
        });
    }

    private static void write(Compilation compilation, Path folder) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            Path target = folder.resolve(file.toUri().getPath().replace("/CLASS_OUTPUT/", ""));
            Files.createDirectories(target.getParent());
            try (var in = file.openInputStream()) {
                Files.write(target, in.readAllBytes());
            }
        }
    }

    @Test
    void anExceptionOfOursBecomesADiagnosticAndAStub() {
        FailingProcessor processor = new FailingProcessor();
        assertThat(javac().withProcessors(processor).compile(PRIMAL)).isNotNull();
        assertThat(processor.diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.AD901);
            assertThat(diagnostic.message()).contains("planted");
        });
        assertThat(processor.derivatives)
                .hasValueSatisfying(derivatives -> assertThat(derivatives.methods())
                        .singleElement()
                        .satisfies(method -> assertThat(method.sweeps()).isEmpty()));
    }

    private static List<javax.tools.Diagnostic<? extends JavaFileObject>> errors(Compilation compilation) {
        return compilation.errors();
    }

    /** Runs a derivation whose stages fail. */
    private static final class FailingProcessor extends AbstractProcessor {
        private List<Diagnostic> diagnostics = List.of();
        private Optional<DerivativeClass> derivatives = Optional.empty();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(Differentiable.class.getName());
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element method : round.getElementsAnnotatedWith(Differentiable.class)) {
                DiagnosticSink sink = new DiagnosticSink();
                Optional<CompilerAccess> compiler = CompilerAccess.of(processingEnv);
                ClassDerivation derivation = new ClassDerivation(
                        processingEnv.getElementUtils(),
                        compiler,
                        (request, lowered, own) -> {
                            throw new IllegalStateException("planted");
                        },
                        new InPlaceCalls());
                derivatives = derivation.derive((TypeElement) method.getEnclosingElement(), sink);
                diagnostics = sink.diagnostics();
            }
            return true;
        }
    }
}
