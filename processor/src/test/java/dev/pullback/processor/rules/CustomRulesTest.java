package dev.pullback.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the conformance cases of custom rules cannot show, as no difference quotient agrees. */
final class CustomRulesTest {

    @Test
    void aRuleComesBeforeOurOwn() throws ReflectiveOperationException {
        CompilationResult result = compile("""
                @Differentiable
                static double f(double x) {
                    return Math.sin(x);
                }

                @DerivativeOf(type = Math.class, method = "sin")
                static double three(double x, double resultBar) {
                    return 3 * resultBar;
                }
                """);
        assertThat(gradient(result, 0.5)).isEqualTo(3.0);
    }

    @Test
    void aRuleComesBeforeTheBodyOfAHelper() throws ReflectiveOperationException {
        CompilationResult result = compile("""
                @Differentiable
                static double f(double x) {
                    return helper(x);
                }

                static double helper(double x) {
                    return x * x;
                }

                @DerivativeOf(method = "helper")
                static double three(double x, double resultBar) {
                    return 3 * resultBar;
                }
                """);
        assertThat(gradient(result, 0.5)).isEqualTo(3.0);
    }

    @Test
    void stoppedGradientsDoNotFlow() throws ReflectiveOperationException {
        CompilationResult result = compile("""
                @Differentiable
                static double f(double x) {
                    double factor = dev.pullback.runtime.Derivatives.stopGradient(x * x);
                    return factor * x;
                }
                """);
        assertThat(gradient(result, 3.0)).isEqualTo(9.0);
    }

    @Test
    void theErrorShowsTheRuleToWrite() {
        CompilationResult result = compile("""
                @Differentiable
                static double f(double x, double y) {
                    return Math.nextAfter(x, y);
                }
                """);
        assertThat(result.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .singleElement()
                .asString()
                .contains(
                        "@DerivativeOf(type = java.lang.Math.class, method = \"nextAfter\") static void nextAfterPullback(")
                .contains("double resultBar, double[] scalarBars)");
    }

    private static CompilationResult compile(String members) {
        String text = "import dev.pullback.annotations.*;\n\nclass Primal {\n" + members + "}\n";
        return ProcessorCompiler.withProcessor().compile(SourceFile.of("Primal", text));
    }

    private static Object gradient(CompilationResult result, double x) throws ReflectiveOperationException {
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        var method = result.load("PrimalDerivatives").getDeclaredMethod("fGradient", double.class);
        method.setAccessible(true);
        return method.invoke(null, x);
    }
}
