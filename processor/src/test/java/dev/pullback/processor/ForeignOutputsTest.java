package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** Arrays that methods of other classes overwrite: what shares memory gets an exception, never another function's derivative. */
final class ForeignOutputsTest {

    private static final String SOURCE = """
        package q;

        import dev.pullback.annotations.Differentiable;

        public final class Rows {
            @Differentiable
            public static double rows(double[][] m, int i, int j) {
                Vectors.add(m[i], m[j]);
                return m[0][0] * m[1][0];
            }

            @Differentiable
            public static double matrixAndRow(double[][] m, double[] x) {
                Vectors.addTo(m, x);
                return m[0][0] * m[1][0];
            }

            @Differentiable
            public static double unused(double[] x, double[] y) {
                double value = x[0] * x[0];
                Vectors.add(x, y);
                return value;
            }

            public static double rowsGradient(double[][] m, int i, int j) {
                return RowsDerivatives.rowsGradient(m, i, j)[1][0];
            }

            public static double matrixGradient(double[][] m) {
                return RowsDerivatives.matrixAndRowGradient(m, m[1]).x()[0];
            }

            public static double unusedGradient(double[] x) {
                return RowsDerivatives.unusedGradient(x, x).x()[0];
            }
        }

        final class Vectors {
            @Differentiable(outputs = "sum")
            static void add(double[] sum, double[] v) {
                for (int i = 0; i < v.length; i++) {
                    sum[i] += v[i] * v[i];
                }
            }

            @Differentiable(outputs = "m")
            static void addTo(double[][] m, double[] v) {
                for (int i = 0; i < v.length; i++) {
                    m[0][i] += v[i];
                }
            }
        }
        """;

    private final CompilationResult result =
            ProcessorCompiler.withProcessor().compile(new SourceFile("q.Rows", SOURCE));

    @Test
    void twoRowsOfOneMatrixAreTwoArrays() throws Throwable {
        double[][] m = {{2}, {3}};
        // (m00 + m10^2) m10: m00 + 3 m10^2
        assertThat(call("rowsGradient", m, 0, 1)).isEqualTo(29, within(1e-12));
    }

    @Test
    void oneRowTwiceIsAnException() {
        double[][] m = {{2}, {3}};
        assertThatThrownBy(() -> call("rowsGradient", m, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share memory");
    }

    @Test
    void aMatrixAndItsRowAreAnException() {
        assertThatThrownBy(() -> call("matrixGradient", (Object) new double[][] {{2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share memory");
    }

    @Test
    void alsoWhereNobodyNeedsWhatIsOverwritten() {
        assertThatThrownBy(() -> call("unusedGradient", (Object) new double[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share memory");
    }

    private double call(String name, Object... arguments) throws Throwable {
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        for (Method method : result.load("q.Rows").getMethods()) {
            if (method.getName().equals(name)) {
                try {
                    return (double) method.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new AssertionError(name);
    }
}
