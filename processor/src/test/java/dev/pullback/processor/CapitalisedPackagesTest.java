package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import org.junit.jupiter.api.Test;

/** Packages with capital letters: generated code either compiles, or the processor says why not. */
final class CapitalisedPackagesTest {
    private static final String LAYER = """
            package %s;

            import dev.pullback.annotations.Differentiable;

            public final class Layer {
                final double weight;

                Layer(double weight) { this.weight = weight; }

                @Differentiable
                public double output(double x) { return Math.tanh(weight * x); }
            }
            """;

    @Test
    void aFirstPartMayBeCapitalised() {
        assertThat(compile("Models").describe()).isEmpty();
        assertThat(compile("Models.Deep").describe()).isEmpty();
    }

    @Test
    void laterPartsMayNot() {
        CompilationResult result = compile("demo.Models");
        assertThat(result.succeeded()).isFalse();
        assertThat(result.diagnostics()).singleElement().asString().contains("[AD119] package 'demo.Models'");
    }

    private static CompilationResult compile(String packageName) {
        return ProcessorCompiler.withProcessor().compile(SourceFile.of("Layer", LAYER.formatted(packageName)));
    }
}
