package dev.pullback.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which loops count, and the form of those that do not. */
final class LoopLoweringTest {

    @TestFactory
    Stream<DynamicTest> countedHeaders() {
        return Stream.of(
                header("int i = 0; i < n; i++", "int i = 0; i < n; i += 1"),
                header("int i = 0; i <= 3; i += 2", "int i = 0; i < 4; i += 2"),
                header("int i = n; i >= 0; --i", "int i = n; i > -1; i += -1"),
                header("int i = n; 0 < i; i = i - 2", "int i = n; i > 0; i += -2"),
                header("int i = 0; x.length > i; i++", "int i = 0; i < x.length; i += 1"),
                header("int i = 0; i < n - 1; i++", "int i = 0; i < end; i += 1"),
                header("int i = n / 2; i < n; i++", "int i = start; i < n; i += 1"),
                header("int i = 0; i < rows[1]; i++", "int i = 0; i < end; i += 1"),
                header("int i = 0, k = x.length; i < k; i++", "int i = 0; i < k; i += 1"));
    }

    @TestFactory
    Stream<DynamicTest> otherHeaders() {
        return Stream.of(
                header("int i = 0; i != n; i++", null),
                header("int i = 0; i < n; i += step(i)", null),
                header("int i = 0; i < step(n); i++", null),
                header("int i = 0; i < n && s < 9; i++", null),
                header("int i = 0; i < changed; i++", null),
                header("int i = 0; i < changedRows[0]; i++", null),
                header("int i = 0; i < 0.5 * n; i++", null),
                header("int i = 0; i <= Integer.MAX_VALUE - 1 + 1; i--", null),
                header("long i = 0; i < n; i++", null));
    }

    /** Null stands for a loop that does not count. */
    private static DynamicTest header(String source, String expected) {
        return DynamicTest.dynamicTest(source, () -> {
            String text = LoweredText.of("""
                @Differentiable static double f(double[] x, int[] rows, int n) {
                    double s = 0;
                    int changed = n;
                    long[] changedRows = {3};
                    for (%s) { s += x[0]; changed += 1; changedRows[0] -= 1; }
                    return s;
                }
                static int step(int i) { return i + 1; }\
                """.formatted(source));
            if (expected == null) {
                assertThat(text).contains("while (").doesNotContain("for (");
            } else {
                assertThat(text).contains("for (" + expected + ") {");
            }
        });
    }

    @Test
    void aConditionWithEffectsIsEvaluatedInsideTheLoop() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x) {
                while (g(x) < 3) { x += 1; }
                return x;
            }
            static double g(double b) { return b * b; }\
            """);
        assertThat(text).isEqualTo("""
            boolean goOn = true
            while (goOn) {
                invoke double g = Primal.g(x)
                goOn = g < 3.0
                if (goOn) {
                    x += 1.0
                }
            }
            return x\
            """);
    }

    @Test
    void forEachCountsOverTheArray() {
        String text = LoweredText.of("""
            @Differentiable static double f(double[][] m) {
                double s = 0;
                for (double[] row : m) { for (double v : row) { s += v; } }
                return s;
            }\
            """);
        assertThat(text).isEqualTo("""
            double s = 0.0
            for (int rowIndex = 0; rowIndex < m.length; rowIndex += 1) {
                double[] row = m[rowIndex]
                for (int vIndex = 0; vIndex < row.length; vIndex += 1) {
                    double v = row[vIndex]
                    s += v
                }
            }
            return s\
            """);
    }
}
