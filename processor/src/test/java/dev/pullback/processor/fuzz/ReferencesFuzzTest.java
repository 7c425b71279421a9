package dev.pullback.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random methods in which variables of vectors, or of matrices, take each other's arrays, new ones and arguments, and write to them
 * whatever names these or their rows have. Many are refused; of those that are accepted, value and gradient must be right.
 */
final class ReferencesFuzzTest {
    private static final int METHODS = FuzzSeeds.percent("references", 20);
    private static final int PER_CLASS = 200;
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 2e-5;

    private static final String HELPERS = """
            package q; import dev.pullback.annotations.Differentiable; class Refs {
            static double[] step(double[] x, double s) { double[] y = new double[x.length]; for (int i = 0; i < y.length; i++) { y[i] = Math.sin(x[i] + s); } return y; }
            static void scale(double[] x, double s) { for (int i = 0; i < x.length; i++) { x[i] *= Math.cos(s + i); } }
            static double[][] step(double[][] x, double s) { double[][] y = new double[x.length][2]; for (int i = 0; i < 2; i++) { y[0][i] = Math.sin(x[0][i] + s); } return y; }
            static double[][] copy(double[][] x) { double[][] y = new double[x.length][2]; for (int i = 0; i < 2; i++) { y[0][i] = x[0][i]; } return y; }
            static double[] copy(double[] x) { return x.clone(); }
            static void scale(double[][] x, double s) { scale(x[0], s); }
            static double dot(double[][] x, double[][] y) { return dot(x[0], y[0]); }
            static double dot(double[] x, double[] y) { double d = 0; for (int i = 0; i < x.length; i++) { d += x[i] * y[i]; } return d; }
            """;

    private static final int FIRST_LINE = (int) HELPERS.lines().count() + 1;

    @ParameterizedTest
    @ValueSource(strings = {"double[]", "double[][]"})
    void acceptedReferencesAreFollowedExactly(String type) throws Exception {
        int accepted = 0;
        for (int from = 0; from < METHODS; from += PER_CLASS) {
            accepted += check(type, FuzzSeeds.START + from, Math.min(PER_CLASS, METHODS - from));
        }
        assertThat(accepted).as("accepted methods of " + METHODS).isGreaterThan(METHODS / 5);
    }

    private static int check(String type, long start, int count) throws Exception {
        Map<Integer, String> methods = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            methods.put(i, new Program(new Random(start + i), type).method("f" + i));
        }
        CompilationResult all = compile(methods.values());
        assertThat(all.errors())
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).contains("[AD2"));
        Set<Long> refused = all.errors().stream().map(e -> e.getLineNumber()).collect(Collectors.toSet());
        methods.keySet().removeIf(i -> refused.contains((long) i + FIRST_LINE));
        CompilationResult result = compile(methods.values());
        assertThat(result.errors()).isEmpty();
        Class<?> primals = result.load("q.Refs");
        Class<?> derivatives = result.load("q.RefsDerivatives");
        for (Map.Entry<Integer, String> entry : methods.entrySet()) {
            check("f" + entry.getKey(), entry.getValue(), primals, derivatives);
        }
        return methods.size();
    }

    private static CompilationResult compile(Iterable<String> methods) {
        return ProcessorCompiler.withProcessor()
                .compile(SourceFile.of("Refs", HELPERS + String.join("\n", methods) + "\n}\n"));
    }

    private static void check(String name, String source, Class<?> primals, Class<?> derivatives) throws Exception {
        Method primal = Arrays.stream(primals.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        boolean areMatrices = primal.getParameterTypes()[0] == double[][].class;
        primal.setAccessible(true);
        Method gradient = Arrays.stream(derivatives.getDeclaredMethods())
                .filter(m -> m.getName().equals(name + "ValueAndGradient") && m.getParameterCount() == 6)
                .findFirst()
                .orElseThrow();
        gradient.setAccessible(true);
        double[] point = {0.3, -0.7, 0.9, 0.4, 0.25};
        double[] aBar = new double[2];
        double[] bBar = new double[2];
        double[] scalarBars = new double[1];
        Object value = areMatrices
                ? gradient.invoke(null, rows(a(point)), rows(b(point)), point[4], rows(aBar), rows(bBar), scalarBars)
                : gradient.invoke(null, a(point), b(point), point[4], aBar, bBar, scalarBars);
        assertThat(value).as(source).isEqualTo(value(primal, point));
        double[] found = {aBar[0], aBar[1], bBar[0], bBar[1], scalarBars[0]};
        for (int i = 0; i < point.length; i++) {
            double[] left = point.clone();
            double[] right = point.clone();
            left[i] -= STEP;
            right[i] += STEP;
            double expected = (value(primal, right) - value(primal, left)) / (2 * STEP);
            assertThat(found[i])
                    .as("%s: derivative %d of%n%s", name, i, source)
                    .isCloseTo(expected, within(Math.max(1, Math.abs(expected))));
        }
    }

    private static Offset<Double> within(double scale) {
        return Offset.offset(TOLERANCE * scale);
    }

    private static double value(Method primal, double[] point) throws Exception {
        return primal.getParameterTypes()[0] == double[][].class
                ? (double) primal.invoke(null, rows(a(point)), rows(b(point)), point[4])
                : (double) primal.invoke(null, a(point), b(point), point[4]);
    }

    private static double[][] rows(double[] row) {
        return new double[][] {row};
    }

    private static double[] a(double[] point) {
        return Arrays.copyOfRange(point, 0, 2);
    }

    private static double[] b(double[] point) {
        return Arrays.copyOfRange(point, 2, 4);
    }

    /** Writes one method into a line. */
    private static final class Program {
        private final Random random;
        private final String type;
        private final String made;
        private final List<String> arrays = new ArrayList<>();
        private final List<String> vectors = new ArrayList<>();
        private int names;

        Program(Random random, String type) {
            this.random = random;
            this.type = type;
            this.made = type.equals("double[]") ? "new double[n]" : "new double[n][2]";
        }

        String method(String name) {
            StringBuilder text = new StringBuilder("@Differentiable static double " + name + "(" + type + " a, " + type
                    + " b, double s) { int n = a.length; double sum = 0; int c = 0; ");
            List<String> first = List.of("a", "a", "copy(a)", "copy(a)", made, "step(a, s)", "b");
            int count = 2 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                boolean isOther = i > 0 && random.nextInt(4) == 0;
                text.append(type + " p" + i + " = " + (isOther ? pick(arrays) : pick(first)) + "; ");
                arrays.add("p" + i);
            }
            text.append("for (int t = 0; t < 3; t++) { ").append(block(2, true)).append("} ");
            text.append(block(0, false));
            text.append("return sum + s * dot(b, b)");
            arrays.forEach(array -> text.append(random.nextInt(3) == 0 ? "" : " + dot(" + array + ", " + array + ")"));
            return text.append(" + dot(a, a); }").toString();
        }

        private String block(int depth, boolean isInLoop) {
            StringBuilder text = new StringBuilder();
            int before = arrays.size();
            int vectorsBefore = vectors.size();
            int count = 2 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                text.append(statement(depth, isInLoop)).append(' ');
            }
            arrays.subList(before, arrays.size()).clear();
            vectors.subList(vectorsBefore, vectors.size()).clear();
            return text.toString();
        }

        private String statement(int depth, boolean isInLoop) {
            String x = pick(arrays);
            switch (random.nextInt(depth > 0 ? 13 : 10)) {
                case 0, 1:
                    return x + " = " + pick(arrays) + ";";
                case 2:
                    return x + " = " + made + ";";
                case 3:
                    return x + " = step(" + pick(arrays) + ", s);";
                case 4:
                    return x + " = copy(" + pick(arrays) + ");";
                case 5, 6:
                    return element() + pick(List.of(" = ", " += ")) + value() + ";";
                case 7:
                    return "sum += " + value() + " * (1 + dot(" + pick(arrays) + ", " + pick(arrays) + "));";
                case 8:
                    return alias(x);
                case 9:
                    return random.nextInt(3) == 0 ? "scale(" + x + ", s);" : "sum += " + value() + ";";
                case 10:
                    return "if (c++ % 2 == " + random.nextInt(2) + ") { " + block(depth - 1, isInLoop) + "} else { "
                            + block(depth - 1, isInLoop) + "}";
                case 11:
                    String index = "k" + names++;
                    return "for (int " + index + " = 0; " + index + " < 2; " + index + "++) { " + block(depth - 1, true)
                            + "}";
                default:
                    String jump = random.nextBoolean() ? "continue;" : "break;";
                    return isInLoop ? "if (c++ % 3 == 1) { " + block(0, false) + jump + " }" : "sum += s;";
            }
        }

        private String alias(String array) {
            String alias = "q" + names++;
            boolean isRow = type.equals("double[][]") && random.nextBoolean();
            (isRow ? vectors : arrays).add(alias);
            return isRow ? "double[] " + alias + " = " + array + "[0];" : type + " " + alias + " = " + array + ";";
        }

        private String element() {
            String index = "[" + random.nextInt(2) + "]";
            if (!vectors.isEmpty() && random.nextInt(3) == 0) {
                return pick(vectors) + index;
            }
            return pick(arrays) + (type.equals("double[]") ? "" : "[0]") + index;
        }

        private String value() {
            return "Math.sin(" + element() + " * " + (0.5 + random.nextInt(4)) + " + " + element() + " * s)";
        }

        private String pick(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
