package dev.pullback.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gradient is written into each bar, so one array as two of them is refused; what a pullback adds to them is a sum. */
final class DistinctBarsTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7})
    void valueAndGradientTakesOneArrayPerArgument(int vectors) throws ReflectiveOperationException {
        Method method = method("fValueAndGradient", vectors);
        assertThatCode(() -> call(method, arguments(vectors, -1, -1))).doesNotThrowAnyException();
        for (int i = 0; i < vectors; i++) {
            for (int j = i + 1; j < vectors; j++) {
                Object[] arguments = arguments(vectors, i, j);
                String message = "x" + i + "Bar and x" + j + "Bar are the same object: pass one for each argument";
                assertThatThrownBy(() -> call(method, arguments)).hasMessage(message);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void noArgumentIsItsOwnBar(int vectors) throws ReflectiveOperationException {
        Object[] arguments = arguments(vectors, -1, -1);
        arguments[vectors] = arguments[0];
        Method method = method("fValueAndGradient", vectors);
        assertThatThrownBy(() -> call(method, arguments))
                .hasMessage("x0Bar is its primal argument itself, but it is written to: pass another array");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void pullbackAddsToOneArrayForSeveralArguments(int vectors) throws ReflectiveOperationException {
        Object[] plain = arguments(vectors, 0, 1);
        Object[] arguments = new Object[plain.length + 1];
        System.arraycopy(plain, 0, arguments, 0, vectors);
        arguments[vectors] = 1.0;
        System.arraycopy(plain, vectors, arguments, vectors + 1, vectors);
        double[] bar = (double[]) arguments[vectors + 1];
        method("fPullback", vectors).invoke(null, arguments);
        assertThat(bar).containsExactly(2.0);
    }

    /** The derivatives of {@code double f(double[] x0, double[] x1, ..)}, the sum of the first elements. */
    private static Method method(String name, int vectors) {
        StringBuilder parameters = new StringBuilder();
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < vectors; i++) {
            parameters.append(i == 0 ? "" : ", ").append("double[] x").append(i);
            sum.append(i == 0 ? "" : " + ").append("x").append(i).append("[0]");
        }
        CompilationResult result =
                ProcessorCompiler.withProcessor().compile(SourceFile.of("Sum", """
                        package q;

                        import dev.pullback.annotations.Differentiable;

                        public final class Sum {
                            @Differentiable
                            public static double f(%s) {
                                return %s;
                            }
                        }
                        """.formatted(parameters, sum)));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        int extra = name.endsWith("Pullback") ? 1 : 0;
        return Arrays.stream(result.load("q.SumDerivatives").getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == 2 * vectors + extra)
                .findFirst()
                .orElseThrow();
    }

    /** Vectors and bars; the bars {@code i} and {@code j} are one, if they are there. */
    private static Object[] arguments(int vectors, int i, int j) {
        Object[] arguments = new Object[2 * vectors];
        Arrays.setAll(arguments, k -> new double[1]);
        if (i >= 0) {
            arguments[vectors + j] = arguments[vectors + i];
        }
        return arguments;
    }

    private static void call(Method method, Object[] arguments) throws Throwable {
        try {
            method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
