package dev.pullback.processor.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A switch that knows all constants of an enum meets one that the enum got after the switch was compiled. */
final class LaterConstantTest {

    private static final String PAYOFF = """
        package app;

        import dev.pullback.annotations.Derivative;
        import dev.pullback.annotations.Differentiable;

        public class Payoff {
            @Differentiable(derivatives = Derivative.PUSHFORWARD)
            public static double initial(Kind kind, double x) {
                double s = switch (kind) {
                    case CALL -> x;
                    case PUT -> -x * x;
                };
                return s * x;
            }

            @Differentiable(derivatives = Derivative.PUSHFORWARD)
            public static double returned(Kind kind, double x) {
                return switch (kind) {
                    case CALL:
                        yield x;
                    case PUT:
                        yield -x * x;
                };
            }
        }
        """;

    static List<List<String>> languageLevels() {
        List<List<String>> levels = new ArrayList<>(List.of(List.of("--release", "17")));
        levels.add(List.of());
        return levels;
    }

    @ParameterizedTest
    @MethodSource("languageLevels")
    void derivativesThrowWhatThePrimalThrows(List<String> level, @TempDir Path folder) throws Exception {
        Project project = new Project(folder)
                .source("app.Kind", "package app; public enum Kind { CALL, PUT }")
                .source("app.Payoff", PAYOFF);
        List<String> options = new ArrayList<>(level);
        options.addAll(List.of("-classpath", Project.path(), "-processorpath", Project.processorPath()));
        assertThat(project.build(options, "app.Kind", "app.Payoff").messages()).isEmpty();
        project.source("app.Kind", "package app; public enum Kind { CALL, PUT, STRADDLE }");
        assertThat(project.build(options, "app.Kind").messages()).isEmpty();
        try (URLClassLoader classes = project.classes()) {
            Class<?> kind = classes.loadClass("app.Kind");
            for (String method : List.of("initial", "returned")) {
                check(classes, method, kind, kind.getEnumConstants()[2]);
                check(classes, method, kind, null);
            }
        }
    }

    private static void check(ClassLoader classes, String method, Class<?> kind, Object constant) throws Exception {
        Class<?> expected = thrown(classes.loadClass("app.Payoff"), method, kind, constant, 1.5);
        Class<?> derivatives = classes.loadClass("app.PayoffDerivatives");
        assertThat(thrown(derivatives, method + "Gradient", kind, constant, 1.5))
                .isEqualTo(expected);
        assertThat(thrown(derivatives, method + "Pushforward", kind, constant, 1.5, 1.0))
                .isEqualTo(expected);
    }

    private static Class<?> thrown(Class<?> owner, String name, Class<?> kind, Object constant, double... numbers)
            throws Exception {
        List<Class<?>> types = new ArrayList<>(List.of(kind));
        List<Object> arguments = new ArrayList<>();
        arguments.add(constant);
        for (double number : numbers) {
            types.add(double.class);
            arguments.add(number);
        }
        var method = owner.getDeclaredMethod(name, types.toArray(Class<?>[]::new));
        Throwable thrown = catchThrowable(() -> method.invoke(null, arguments.toArray()));
        assertThat(thrown).isInstanceOf(InvocationTargetException.class);
        return thrown.getCause().getClass();
    }
}
