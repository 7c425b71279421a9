package dev.pullback.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Labels that Java 17 does not have. */
final class CaseLabelsTest {

    @Test
    @EnabledForJreRange(min = JRE.JAVA_23)
    void patternsAndGuardsAreRefused() {
        String source = """
            import dev.pullback.annotations.Differentiable;
            class Patterns {
                @Differentiable static double f(int n, double x) {
                    switch (n) {
                        case int i when i > 5 -> x = x * x;
                        default -> x++;
                    }
                    return switch (n) {
                        case 1 -> x * x;
                        case int i -> x;
                    };
                }
            }
            """;
        String release = String.valueOf(Runtime.version().feature());
        assertThat(ProcessorCompiler.withProcessor()
                        .withOptions("--enable-preview", "--release", release)
                        .compile(new SourceFile("Patterns", source))
                        .errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).startsWith("[AD250] "))
                .extracting(error -> error.getLineNumber())
                .containsExactly(5L, 10L);
    }
}
