package dev.pullback.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The value that generated code computes is the primal's, bit for bit: javac itself is the oracle for the order of evaluation,
 * the meaning of names, the choice of overloads, and arithmetic.
 */
final class PrimalAgreementTest {
    private static final Path FOLDER = TestResources.folder("lowering");
    private static final double[] FACTORS = {1, 0.3, -0.7, 2.5, 0};

    @TestFactory
    Stream<DynamicTest> generatedCodeComputesThePrimalsValue() {
        return TestResources.find(FOLDER, ".java").stream().flatMap(PrimalAgreementTest::tests);
    }

    private static Stream<DynamicTest> tests(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        CompilationResult result =
                ProcessorCompiler.withProcessor().compile(SourceFile.of(name, TestResources.read(file)));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        return result.generatedClasses().stream()
                .flatMap(generated -> Arrays.stream(generated.type().getDeclaredMethods()))
                .filter(method -> method.getName().endsWith("ValueAndGradient"))
                .filter(method -> !hasWorkspace(method))
                .map(method -> DynamicTest.dynamicTest(
                        name + ": " + method.getName(), () -> agrees(primal(method, result), method)));
    }

    private static boolean hasWorkspace(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types[types.length - 1].getSimpleName().equals("Workspace");
    }

    private static Method primal(Method derivative, CompilationResult result) {
        String owner =
                derivative.getDeclaringClass().getName().replace('_', '$').replaceFirst("Derivatives$", "");
        String name = derivative.getName().replaceFirst("ValueAndGradient$", "");
        return Arrays.stream(result.load(owner).getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .max(Comparator.comparing(Method::getParameterCount))
                .orElseThrow(() -> new AssertionError("no method " + name));
    }

    private static void agrees(Method primal, Method derivative) {
        for (double factor : FACTORS) {
            Object[] plain = arguments(primal, factor);
            Object expected = call(primal, plain);
            Object[] copies = arguments(primal, factor);
            Object[] all = Arrays.copyOf(copies, derivative.getParameterCount());
            for (int i = copies.length; i < all.length; i++) {
                all[i] = new double[barLength(primal, i - copies.length)];
            }
            Object actual = call(derivative, all);
            assertThat(actual).as("factor " + factor).isEqualTo(expected);
        }
    }

    /** Array independents have a bar each, of their length; scalar ones share the last bar. */
    private static int barLength(Method primal, int bar) {
        long arrays = count(primal, double[].class);
        return bar < arrays ? 3 : (int) count(primal, double.class);
    }

    private static long count(Method method, Class<?> type) {
        return Arrays.stream(method.getParameterTypes()).filter(type::equals).count();
    }

    /** The result, or the exception as text. */
    private static Object call(Method method, Object[] arguments) {
        method.setAccessible(true);
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object[] arguments(Method method, double factor) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, factor))
                .toArray();
    }

    private static Object argument(Class<?> type, double factor) {
        if (type == double.class) {
            return factor;
        } else if (type == int.class) {
            return 4;
        } else if (type == boolean.class) {
            return factor > 0;
        }
        return new double[] {factor, factor * 1.5, 0.5 - factor};
    }
}
