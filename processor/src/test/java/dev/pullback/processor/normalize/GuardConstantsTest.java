package dev.pullback.processor.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A constant array that is the overwritten argument itself is refused, wherever it comes from; another one is a constant. */
final class GuardConstantsTest {

    private static final SourceFile SOURCE = SourceFile.of("Model", """
        package q;

        import dev.pullback.annotations.Differentiable;
        import dev.pullback.annotations.Passive;

        public final class Model {
            static final double[] TABLE = {3, 5};
            final double[] w;

            Model(double[] w) {
                this.w = w;
            }

            double[] w() {
                return w;
            }

            @Differentiable
            double ofReceiver(double[] x) {
                x[0] = x[0] * x[1];
                return x[0] * w[0];
            }

            @Differentiable
            static double ofObject(double[] x, @Passive Model m) {
                x[0] = x[0] * x[1];
                return x[0] * m.w[0];
            }

            @Differentiable
            static double ofAccessor(double[] x, @Passive Model m) {
                x[0] = x[0] * x[1];
                double[] w = m.w();
                return x[0] * w[0];
            }

            @Differentiable
            static double ofClass(double[] x) {
                x[0] = x[0] * x[1];
                return x[0] * TABLE[0];
            }

            public static double[] call(String method, boolean isShared) {
                double[] x = isShared && method.equals("ofClass") ? TABLE : new double[] {3, 5};
                Model m = new Model(isShared ? x : new double[] {3, 5});
                return switch (method) {
                    case "ofReceiver" -> ModelDerivatives.ofReceiverGradient(m, x);
                    case "ofObject" -> ModelDerivatives.ofObjectGradient(x, m);
                    case "ofAccessor" -> ModelDerivatives.ofAccessorGradient(x, m);
                    default -> ModelDerivatives.ofClassGradient(x);
                };
            }
        }
        """);

    @ParameterizedTest
    @ValueSource(strings = {"ofReceiver", "ofObject", "ofAccessor", "ofClass"})
    void sharedMemoryIsRefused(String method) throws Exception {
        CompilationResult result = ProcessorCompiler.withProcessor().compile(SOURCE);
        assertThat(result.describe()).isEmpty();
        Method call = result.load("q.Model").getMethod("call", String.class, boolean.class);
        // f = 3 x0 x1
        assertThat((double[]) call.invoke(null, method, false)).containsExactly(15, 9);
        assertThatThrownBy(() -> call.invoke(null, method, true))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share memory");
    }
}
