package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Jacobians of methods over records, single precision and receivers, with closed forms; and of wrong shapes. */
final class JacobianTest {
    private static final String SOURCE = """
            import dev.pullback.annotations.*;

            public class Shapes2 {
                record Point(double x, double y) {}

                record Model(double[] w, Point shift, int count) {}

                final double factor = 3;

                @Differentiable(derivatives = Derivative.JACOBIAN)
                static double[] tall(Model m, double t) {
                    double[] r = new double[6];
                    for (int i = 0; i < r.length; i++) {
                        r[i] = m.w()[i % 2] * t * i + m.shift().y() * m.count();
                    }
                    return r;
                }

                @Differentiable(derivatives = Derivative.JACOBIAN)
                static double[] wide(Model m, double t) {
                    return new double[] {m.w()[0] * m.w()[1] * t + m.shift().x() * m.count() * m.shift().y()};
                }

                @Differentiable(derivatives = Derivative.JACOBIAN)
                static float[] single(float[] v, float c) {
                    return new float[] {v[0] * c, v[1] * v[1], c};
                }

                @Differentiable(derivatives = Derivative.JACOBIAN)
                final double[] scaled(double[] v) {
                    return new double[] {factor * v[0], v[0] * v[1]};
                }

                @Differentiable(outputs = "y", derivatives = Derivative.JACOBIAN)
                static double norm(double[] y, double c) {
                    double s = y[0] * y[0] * c;
                    y[0] = c * y[0];
                    y[1] = 7;
                    return s;
                }

                static double[][] callTall() {
                    return Shapes2Derivatives.tallJacobian(new Model(new double[] {2, 3}, new Point(5, 7), 11), 13);
                }

                static double[][] callWide() {
                    return Shapes2Derivatives.wideJacobian(new Model(new double[] {2, 3}, new Point(5, 7), 11), 13);
                }

                static double[][] callSingle() {
                    return Shapes2Derivatives.singleJacobian(new float[] {2, 3}, 5);
                }

                static double[][] callScaled() {
                    return Shapes2Derivatives.scaledJacobian(new Shapes2(), new double[] {2, 5});
                }

                static double[][] callNorm() {
                    double[] y = {2, 3};
                    double[][] jacobian = Shapes2Derivatives.normJacobian(y, 5);
                    return new double[][] {jacobian[0], jacobian[1], jacobian[2], y};
                }

                static double[][] callWrongRows() {
                    Shapes2Derivatives.scaledValueAndJacobian(new Shapes2(), new double[2], new double[3][2]);
                    return new double[0][];
                }

                static double[][] callWrongLength() {
                    Shapes2Derivatives.scaledValueAndJacobian(new Shapes2(), new double[2], new double[5]);
                    return new double[0][];
                }
            }
            """;

    private static final CompilationResult BUILD =
            ProcessorCompiler.withProcessor().compile(SourceFile.of("Shapes2", SOURCE));

    @Test
    void componentsOfRecordsAreColumns() throws ReflectiveOperationException {
        double[][] expected = new double[6][];
        for (int i = 0; i < 6; i++) {
            boolean isEven = i % 2 == 0;
            expected[i] = new double[] {isEven ? 13 * i : 0, isEven ? 0 : 13 * i, 0, 11, (isEven ? 2 : 3) * i};
        }
        assertThat(call("callTall")).isDeepEqualTo(expected);
        assertThat(call("callWide")).isDeepEqualTo(new double[][] {{39, 26, 77, 55, 6}});
    }

    @Test
    void singlePrecisionComesAsDoubles() throws ReflectiveOperationException {
        assertThat(call("callSingle")).isDeepEqualTo(new double[][] {{5, 0, 2}, {0, 6, 0}, {0, 0, 1}});
    }

    @Test
    void theReceiverIsConstant() throws ReflectiveOperationException {
        assertThat(call("callScaled")).isDeepEqualTo(new double[][] {{3, 0}, {5, 2}});
    }

    @Test
    void resultAndOutputsAreRowsInThisOrder() throws ReflectiveOperationException {
        assertThat(call("callNorm")).isDeepEqualTo(new double[][] {{20, 0, 4}, {5, 0, 2}, {0, 0, 0}, {10, 7}});
    }

    @Test
    void wrongShapesAreNamed() {
        assertThatThrownBy(() -> call("callWrongRows"))
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jacobian has 3 rows, expected 2");
        assertThatThrownBy(() -> call("callWrongLength"))
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jacobian has length 5, which is no multiple of 2 columns");
    }

    private static double[][] call(String name) throws ReflectiveOperationException {
        assertThat(BUILD.succeeded()).as(BUILD.describe()).isTrue();
        Method method = Arrays.stream(BUILD.load("Shapes2").getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return (double[][]) method.invoke(null);
    }
}
