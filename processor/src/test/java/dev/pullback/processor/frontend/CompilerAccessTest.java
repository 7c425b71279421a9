package dev.pullback.processor.frontend;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.pullback.processor.WrappingProcessor;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The processor finds javac behind the wrappers of build tools and editors. */
final class CompilerAccessTest {

    @TestFactory
    Stream<DynamicTest> wrappersAreOpened() {
        Map<String, UnaryOperator<ProcessingEnvironment>> wrappers = Map.of(
                "none", environment -> environment,
                "a field, as in Gradle", Wrapper::new,
                "two fields", environment -> new Wrapper(new Wrapper(environment)),
                "an inherited field", InheritingWrapper::new,
                "a proxy, as in IntelliJ",
                        environment -> WrappingProcessor.proxy(
                                (proxy, method, arguments) -> method.invoke(environment, arguments)));
        return wrappers.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compilesBehind(entry.getValue())));
    }

    private static void compilesBehind(UnaryOperator<ProcessingEnvironment> wrapper) {
        Compilation compilation = javac().withProcessors(WrappingProcessor.with(wrapper))
                .compile(JavaFileObjects.forSourceLines(
                        "q.Primal",
                        "package q;",
                        "class Primal {",
                        "    @dev.pullback.annotations.Differentiable",
                        "    static double square(double x) { return x * x; }",
                        "    static final double THREE = PrimalDerivatives.squareGradient(1.5);",
                        "}"));
        assertThat(compilation.errors()).isEmpty();
    }

    /** Forwards everything. */
    private static class Wrapper implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;

        Wrapper(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    /** Has the original in a field of its superclass. */
    private static final class InheritingWrapper extends Wrapper {
        InheritingWrapper(ProcessingEnvironment delegate) {
            super(delegate);
        }
    }
}
