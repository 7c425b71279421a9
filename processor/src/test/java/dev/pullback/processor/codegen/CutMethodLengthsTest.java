package dev.pullback.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every piece of a method that was cut is short, also where it keeps many arrays. */
final class CutMethodLengthsTest {
    private static final int LIMIT = 1_000;
    private static final int ARRAYS = 60;

    @Test
    void manyArraysCrossTheBordersOfParts() {
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-Apullback.method.bytes=" + LIMIT)
                .compile(SourceFile.of("Saved", source()));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        Map<String, Integer> lengths = CodeLengths.of(result.classFiles().get("p.SavedDerivatives"));
        assertThat(lengths).containsKey("fHessianVectorPart9");
        assertThat(lengths).allSatisfy((method, length) -> assertThat(length).isLessThanOrEqualTo(LIMIT));
    }

    private static String source() {
        String calls =
                IntStream.range(0, ARRAYS).mapToObj(i -> """
                        double[] r%1$d = Pairs.pair(s, x[%1$d %% x.length]);
                        s = Math.sin(s * r%1$d[0]) + r%1$d[1] * s;
                """.formatted(i)).collect(Collectors.joining());
        return """
            package p;

            import dev.pullback.annotations.Derivative;
            import dev.pullback.annotations.Differentiable;

            final class Saved {
                private Saved() {}

                @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
                static double f(double[] x) {
                    double s = x[0];
            %s        return s;
                }
            }

            final class Pairs {
                private Pairs() {}

                @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
                static double[] pair(double s, double t) {
                    return new double[] {0.5 * s * t, s + 0.1 * t};
                }
            }
            """.formatted(calls);
    }
}
