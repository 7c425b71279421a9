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
import java.util.List;
import org.junit.jupiter.api.Test;
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
    @ValueSource(ints = {2, 4, 5})
    void noBarIsAnotherArgument(int vectors) throws ReflectiveOperationException {
        for (String name : List.of("fValueAndGradient", "fPullback")) {
            Method method = method(name, vectors);
            int extra = method.getParameterCount() - 2 * vectors;
            for (int bar = 0; bar < vectors; bar++) {
                for (int other = 0; other < vectors; other++) {
                    Object[] arguments = new Object[method.getParameterCount()];
                    Arrays.setAll(arguments, k -> new double[1]);
                    Arrays.fill(arguments, vectors, vectors + extra, 1.0);
                    arguments[vectors + extra + bar] = arguments[other];
                    String argument = bar == other ? "its primal argument" : "x" + other;
                    assertThatThrownBy(() -> call(method, arguments))
                            .hasMessage("x" + bar + "Bar is " + argument
                                    + " itself, but it is written to: pass another array");
                }
            }
        }
    }

    @Test
    void noBarIsTheSeed() throws ReflectiveOperationException {
        Method method = derivative("fPullback", 5, "double[] f(double[] x, double s)", "new double[] {x[0] * s}");
        double[] shared = {1};
        double[] other = {2};
        assertThatThrownBy(() -> call(method, new Object[] {other, 3.0, shared, shared, new double[1]}))
                .hasMessage("xBar is resultBar itself, but it is written to: pass another array");
        assertThatThrownBy(() -> call(method, new Object[] {other, 3.0, shared, new double[1], other}))
                .hasMessage("scalarBars is x itself, but it is written to: pass another array");
    }

    @Test
    void rowsOfABarAreTheirOwn() throws ReflectiveOperationException {
        Method method = derivative("fValueAndGradient", 2, "double f(double[][] m)", "m[0][0] * m[1][0]");
        double[] row = new double[1];
        double[][] bar = {row, row};
        assertThatThrownBy(() -> call(method, new Object[] {new double[2][1], bar}))
                .hasMessage("mBar: rows 0 and 1 are the same array: make one for each");
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
        int extra = name.endsWith("Pullback") ? 1 : 0;
        return derivative(name, 2 * vectors + extra, "double f(" + parameters + ")", sum.toString());
    }

    private static Method derivative(String name, int parameters, String header, String result) {
        CompilationResult compiled =
                ProcessorCompiler.withProcessor().compile(SourceFile.of("Sum", """
                        package q;

                        import dev.pullback.annotations.Differentiable;

                        public final class Sum {
                            @Differentiable
                            public static %s {
                                return %s;
                            }
                        }
                        """.formatted(header, result)));
        assertThat(compiled.succeeded()).as(compiled.describe()).isTrue();
        return Arrays.stream(compiled.load("q.SumDerivatives").getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
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
