package dev.pullback.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and by which names warnings are turned off, also in builds where a warning is an error. */
final class SuppressedWarningsTest {

    private static final String SOURCE = """
        import dev.pullback.annotations.Differentiable;

        %s
        class Model {
            %s
            @Differentiable
            static double f(double x, %s double y) {
                %s
                int n = (int) x;
                return n * x;
            }
        }
        """;

    @Test
    void everyWarningIsReportedByDefault() {
        assertThat(warnings("", "", "", "")).isEqualTo("AD410 AD402");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@SuppressWarnings(\"pullback\")",
                "@SuppressWarnings(\"all\")",
                "@SuppressWarnings({\"rawtypes\", \"pullback\"})",
                "@java.lang.SuppressWarnings(value = {\"AD402\", \"AD410\"})"
            })
    void classAndMethodTurnAllOff(String annotation) {
        assertThat(warnings(annotation, "", "", "")).isEmpty();
        assertThat(warnings("", annotation, "", "")).isEmpty();
    }

    @Test
    void variableAndParameterTurnTheirOwnOff() {
        String annotation = "@SuppressWarnings(\"pullback\")";
        assertThat(warnings("", "", "", annotation)).isEqualTo("AD402");
        assertThat(warnings("", "", annotation, "")).isEqualTo("AD410");
        assertThat(warnings("", "", annotation, annotation)).isEmpty();
    }

    @Test
    void otherNamesTurnNothingOff() {
        assertThat(warnings("", "@SuppressWarnings(\"AD401\")", "", "")).isEqualTo("AD410 AD402");
        assertThat(warnings("", "@SuppressWarnings(\"AD402\")", "", "")).isEqualTo("AD410");
    }

    /** The ids of the warnings; without any, a strict build succeeds. */
    private static String warnings(String onClass, String onMethod, String onParameter, String onVariable) {
        SourceFile source = new SourceFile("Model", SOURCE.formatted(onClass, onMethod, onParameter, onVariable));
        StringBuilder ids = new StringBuilder();
        CompilationResult result = ProcessorCompiler.withProcessor().compile(source);
        result.diagnostics().forEach(diagnostic -> {
            String message = diagnostic.getMessage(Locale.ROOT);
            ids.append(ids.isEmpty() ? "" : " ").append(message, 1, message.indexOf(']'));
        });
        CompilationResult strict = ProcessorCompiler.withProcessor()
                .withOptions("-Xlint:all", "-Werror")
                .compile(source);
        assertThat(strict.succeeded()).isEqualTo(ids.isEmpty());
        return ids.toString();
    }
}
