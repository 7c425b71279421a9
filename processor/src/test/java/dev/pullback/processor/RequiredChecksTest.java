package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a derivative takes for granted is checked by each of its forms, also by those that compute no value of the primal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequiredChecksTest {

    private static final SourceFile SOURCE = SourceFile.of("Layered", """
        package q;

        import dev.pullback.annotations.Derivative;
        import dev.pullback.annotations.Differentiable;

        public final class Layered {
            private Layered() {}

            /** A size that an object decides on. */
            public static final class Layer {
                int size;

                public Layer(int size) {
                    this.size = size;
                }
            }

            @Differentiable(derivatives = Derivative.PUSHFORWARD)
            public static double width(double x, Layer layer) {
                double[] v = {3, 4};
                for (int i = 0; i < 1; i++) {
                    v = new double[layer.size];
                }
                return x * v.length;
            }

            @Differentiable(outputs = "y", derivatives = Derivative.PUSHFORWARD)
            public static void scale(double[] y, Layer layer) {
                double[] v = {3, 4};
                for (int i = 0; i < 1; i++) {
                    v = new double[layer.size];
                }
                y[0] *= v.length;
            }
        }
        """);

    private CompilationResult result;

    @BeforeAll
    void compile() {
        result = ProcessorCompiler.withProcessor().compile(SOURCE);
        assertThat(result.succeeded()).as(result.describe()).isTrue();
    }

    @Test
    void anArrayOfTheSameLengthIsTaken() throws ReflectiveOperationException {
        double[] bars = new double[1];
        assertThat(call("widthValueAndGradient", 5.0, layer(2), bars)).isEqualTo(10.0);
        assertThat(bars).containsExactly(2);
        call("widthPullback", 5.0, layer(2), 1.0, bars);
        assertThat(bars).containsExactly(4);
        assertThat(call("widthPushforward", 5.0, layer(2), 1.0)).isEqualTo(2.0);
        call("scalePullback", new double[] {5}, layer(2), bars);
        assertThat(bars).containsExactly(8);
        double[] tangent = {1};
        call("scalePushforward", new double[] {5}, layer(2), tangent);
        assertThat(tangent).containsExactly(2);
    }

    @Test
    void everyFormRefusesAnotherLength() {
        for (int size : List.of(0, 1, 3)) {
            double[] bars = {1};
            assertRefused("widthValueAndGradient", 5.0, layer(size), bars);
            assertRefused("widthPullback", 5.0, layer(size), 1.0, bars);
            assertRefused("widthPushforward", 5.0, layer(size), 1.0);
            assertRefused("scalePullback", new double[] {5}, layer(size), bars);
            assertRefused("scalePushforward", new double[] {5}, layer(size), bars);
            assertThat(bars).containsExactly(1);
        }
    }

    private void assertRefused(String name, Object... arguments) {
        assertThat(catchThrowable(() -> call(name, arguments)))
                .as(name)
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take each other's places");
    }

    private Object layer(int size) {
        try {
            return result.load("q.Layered$Layer").getConstructor(int.class).newInstance(size);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object call(String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : result.load("q.LayeredDerivatives").getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                return method.invoke(null, arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }
}
