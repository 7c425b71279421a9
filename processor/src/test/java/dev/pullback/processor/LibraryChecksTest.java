package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks of libraries take numbers that carry derivatives; their other methods do not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LibraryChecksTest {

    /** What the library of this name has, as far as the test needs it. */
    private static final SourceFile LIBRARY = SourceFile.of("MathUtils", """
        package org.hipparchus.util;

        public final class MathUtils {
            private MathUtils() {}

            public static void checkFinite(double... values) {
                for (double value : values) {
                    if (!Double.isFinite(value)) {
                        throw new IllegalArgumentException("not finite: " + value);
                    }
                }
            }

            public static double normalizeAngle(double a, double center) {
                return a - center;
            }
        }
        """);

    private static final String CHECKED = """
        package q;

        import dev.pullback.annotations.Differentiable;
        import org.hipparchus.util.MathUtils;

        public final class Checked {
            private Checked() {}

            @Differentiable
            public static double f(double[] a, double x) {
                MathUtils.checkFinite(a);
                MathUtils.checkFinite(a[0] / x);
                return %s;
            }
        }
        """;

    private CompilationResult result;

    @BeforeAll
    void compile() {
        result = compile("a[0] * x");
        assertThat(result.succeeded()).as(result.describe()).isTrue();
    }

    private static CompilationResult compile(String value) {
        return ProcessorCompiler.withProcessor()
                .compile(List.of(LIBRARY, SourceFile.of("Checked", CHECKED.formatted(value))));
    }

    @Test
    void theGradientGoesPastThem() throws ReflectiveOperationException {
        double[] aBar = new double[1];
        double[] scalarBars = new double[1];
        assertThat(valueAndGradient(2, aBar, scalarBars)).isEqualTo(6.0);
        assertThat(aBar).containsExactly(2);
        assertThat(scalarBars).containsExactly(3);
    }

    @Test
    void theyThrowAsInTheMethod() {
        assertThat(catchThrowable(() -> valueAndGradient(0, new double[1], new double[1])))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("finite");
    }

    @Test
    void numbersOfTheSameClassAreNoChecks() {
        assertThat(compile("MathUtils.normalizeAngle(x, 0)").describe()).contains("[AD221]");
    }

    private Object valueAndGradient(double x, double[] aBar, double[] scalarBars) throws ReflectiveOperationException {
        return result.load("q.CheckedDerivatives")
                .getMethod("fValueAndGradient", double[].class, double.class, double[].class, double[].class)
                .invoke(null, new double[] {3}, x, aBar, scalarBars);
    }
}
