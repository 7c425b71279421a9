package dev.pullback.processor.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import org.junit.jupiter.api.Test;

/** What stands between two literals is computed once, with the bits of Java, and not recorded. */
final class FoldLiteralsTest {

    private static final SourceFile SOURCE = SourceFile.of("Steps", """
        package q;

        import dev.pullback.annotations.Differentiable;

        public final class Steps {
            @Differentiable
            static double f(double[] x, int steps) {
                for (int s = 0; s < steps; s++) {
                    advance(x, 0.1);
                }
                return x[0] * x[1] + overflow(x[0], 1e200) + x[1] * third(1f);
            }

            private static void advance(double[] x, double h) {
                for (int i = 0; i < x.length; i++) {
                    x[i] += h / 3 * x[x.length - 1 - i];
                }
            }

            private static double overflow(double x, double large) {
                return x > large * large ? x : 0;
            }

            private static float third(float one) {
                return one / 3;
            }

            public static double[] call() {
                return StepsDerivatives.fGradient(new double[] {1, 2}, 0);
            }
        }
        """);

    @Test
    void quotientsOfLiteralsAreComputed() throws ReflectiveOperationException {
        CompilationResult result = ProcessorCompiler.withProcessor().compile(SOURCE);
        assertThat(result.describe()).isEmpty();
        assertThat(source(result))
                .contains(String.valueOf(0.1 / 3))
                .doesNotContain("0.1 / 3.0", "quotientTape")
                .as("there is no literal for infinity")
                .contains("1.0E200 * 1.0E200");
        assertThat((double[]) result.load("q.Steps").getMethod("call").invoke(null))
                .containsExactly(2, 1 + (double) (1f / 3));
    }

    private static String source(CompilationResult result) {
        return String.join("\n", result.generatedSources().values());
    }
}
