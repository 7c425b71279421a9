package dev.pullback.runtime.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every pullback with its pushforward: this adds to the bars what that adds, is symmetric as a Hessian is, and agrees with
 * differences of the pullback.
 */
class SecondRulesTest {

    /**
     * A pullback and its pushforward.
     *
     * @param inputs how many arguments the primal has
     */
    private record Rule(String name, Method primal, Method pullback, Method second, int inputs) {

        boolean takesResult() {
            return pullback.getParameterCount() > 2 * inputs + 1;
        }

        /** What the pullback adds to zeros, flat. */
        double[] bars(Object[] arguments, Object seed) {
            List<Object> all = beforeBars(arguments, seed);
            List<Object> bars = zerosLike(arguments);
            all.addAll(bars);
            call(pullback, all);
            return flat(bars);
        }

        /** The bars and their tangents, both flat. */
        double[][] pushforward(Object[] arguments, Object seed, Object[] dots, Object seedDot) {
            List<Object> all = beforeBars(arguments, seed);
            List<Object> bars = zerosLike(arguments);
            all.addAll(bars);
            all.addAll(List.of(dots));
            if (takesResult()) {
                all.add(resultDot(arguments, dots));
            }
            all.add(seedDot);
            List<Object> barDots = zerosLike(arguments);
            all.addAll(barDots);
            call(second, all);
            return new double[][] {flat(bars), flat(barDots)};
        }

        private List<Object> beforeBars(Object[] arguments, Object seed) {
            List<Object> all = new ArrayList<>(List.of(arguments));
            if (takesResult()) {
                all.add(call(primal, all));
            }
            all.add(seed);
            return all;
        }

        private Object resultDot(Object[] arguments, Object[] dots) {
            List<Object> all = new ArrayList<>(List.of(arguments));
            all.add(call(primal, all));
            all.addAll(List.of(dots));
            Method pushforward = Stream.of(LinearAlgebraRules.class, DecompositionRules.class)
                    .flatMap(type -> Arrays.stream(type.getMethods()))
                    .filter(m -> m.getName().equals(name + "Pushforward") && accepts(m, all))
                    .findFirst()
                    .orElseThrow();
            return call(pushforward, all);
        }
    }

    private static Stream<Rule> rules() {
        return Stream.of(LinearAlgebraRules.class, DecompositionRules.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(m -> m.getName().endsWith("Pullback"))
                .map(SecondRulesTest::rule);
    }

    private static Rule rule(Method pullback) {
        String name = pullback.getName().replace("Pullback", "");
        int inputs = pullback.getParameterCount() >= 5 ? 2 : 1;
        List<Class<?>> types = List.of(pullback.getParameterTypes());
        Method primal = Arrays.stream(LinearAlgebra.class.getMethods())
                .filter(m -> m.getName().equals(name))
                .filter(m -> List.of(m.getParameterTypes()).equals(types.subList(0, inputs)))
                .findFirst()
                .orElseThrow();
        Method second = Stream.of(LinearAlgebraSecondRules.class, DecompositionSecondRules.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(m -> m.getName().equals(pullback.getName() + "Pushforward"))
                .filter(m ->
                        List.of(m.getParameterTypes()).subList(0, types.size()).equals(types))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pullback + " has no pushforward"));
        return new Rule(name, primal, pullback, second, inputs);
    }

    /** Calls the judge for every rule, with matrices of several shapes. */
    private static Stream<DynamicTest> judge(BiConsumer<Rule, Object[]> judge) {
        return rules().flatMap(rule -> IntStream.of(1, 2, 5)
                .boxed()
                .flatMap(n -> shapes(rule, n))
                .map(arguments -> DynamicTest.dynamicTest(
                        rule.name() + Arrays.toString(rule.primal().getParameterTypes()) + " "
                                + ((double[][]) arguments[0]).length + " by "
                                + ((double[][]) arguments[0])[0].length,
                        () -> judge.accept(rule, arguments))));
    }

    private static Stream<Object[]> shapes(Rule rule, int n) {
        double[][] square = positiveDefinite(n);
        square[0][n - 1] += 0.3; // symmetric parts count where the matrix must be symmetric
        double[][] tall = random(n + 2, n, 11L + n);
        Stream<double[][]> matrices = switch (rule.name()) {
            case "multiply", "qrOrthogonal", "qrTriangular" -> Stream.<double[][]>of(tall);
            case "singularValues" -> Stream.of(tall, square, Matrices.transpose(tall));
            case "determinant" -> Stream.of(square, singular(n));
            default -> Stream.<double[][]>of(square);
        };
        return matrices.map(a -> rule.inputs() == 1
                ? new Object[] {a}
                : new Object[] {
                    a, rule.primal().getParameterTypes()[1] == double[].class ? random(1, n, 5)[0] : random(n, 3, 5)
                });
    }

    @TestFactory
    Stream<DynamicTest> barsAreThoseOfThePullback() {
        return judge((rule, arguments) -> {
            Object seed = randomLike(call(rule.primal(), List.of(arguments)), 1);
            double[] expected = rule.bars(arguments, seed);
            double[] actual = rule.pushforward(arguments, seed, randoms(arguments, 2), randomLike(seed, 3))[0];
            assertClose(actual, expected, 1e-13);
        });
    }

    @TestFactory
    Stream<DynamicTest> tangentsAreSymmetricInDirections() {
        return judge((rule, arguments) -> {
            Object seed = randomLike(call(rule.primal(), List.of(arguments)), 1);
            Object zero = zeroLike(seed);
            Object[] first = randoms(arguments, 2);
            Object[] second = randoms(arguments, 4);
            double[] alongFirst = rule.pushforward(arguments, seed, first, zero)[1];
            double[] alongSecond = rule.pushforward(arguments, seed, second, zero)[1];
            double expected = Matrices.dot(flat(List.of(second)), alongFirst);
            assertThat(Matrices.dot(flat(List.of(first)), alongSecond))
                    .isCloseTo(expected, within(1e-11 * (1 + norm(alongFirst) + norm(alongSecond))));
        });
    }

    @TestFactory
    Stream<DynamicTest> tangentsAgreeWithDifferences() {
        return judge((rule, arguments) -> {
            Object seed = randomLike(call(rule.primal(), List.of(arguments)), 1);
            Object seedDot = randomLike(seed, 3);
            Object[] dots = randoms(arguments, 2);
            double[] actual = rule.pushforward(arguments, seed, dots, seedDot)[1];
            double h = 1e-4;
            double[] near = difference(rule, arguments, seed, dots, seedDot, h);
            double[] far = difference(rule, arguments, seed, dots, seedDot, 2 * h);
            double[] expected = new double[near.length];
            Arrays.setAll(expected, i -> (4 * near[i] - far[i]) / 3);
            assertClose(actual, expected, 1e-7);
        });
    }

    @Test
    void everyMethodHasSecondDerivatives() {
        assertThat(rules().map(Rule::primal).distinct().count())
                .isEqualTo(Arrays.stream(LinearAlgebra.class.getMethods())
                        .filter(m -> m.getDeclaringClass() == LinearAlgebra.class)
                        .count());
    }

    private static double[] difference(
            Rule rule, Object[] arguments, Object seed, Object[] dots, Object seedDot, double h) {
        double[] plus = rule.bars(moved(arguments, dots, h), moved(seed, seedDot, h));
        double[] minus = rule.bars(moved(arguments, dots, -h), moved(seed, seedDot, -h));
        double[] result = new double[plus.length];
        Arrays.setAll(result, i -> (plus[i] - minus[i]) / (2 * h));
        return result;
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        double scale = 1 + norm(expected);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("entry " + i).isCloseTo(expected[i], within(tolerance * scale));
        }
    }

    // ---- numbers, vectors and matrices alike ----

    private static Object call(Method method, List<Object> arguments) {
        try {
            return method.invoke(null, arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method + ": " + e.getCause(), e);
        }
    }

    private static boolean accepts(Method method, List<Object> arguments) {
        int count = method.getParameterCount();
        if (count != arguments.size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (type != double.class && !type.isInstance(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static double[] flat(List<Object> values) {
        return values.stream().flatMapToDouble(SecondRulesTest::entries).toArray();
    }

    private static java.util.stream.DoubleStream entries(Object value) {
        if (value instanceof double[][] matrix) {
            return Arrays.stream(matrix).flatMapToDouble(Arrays::stream);
        }
        return value instanceof double[] vector
                ? Arrays.stream(vector)
                : java.util.stream.DoubleStream.of((Double) value);
    }

    private static Object zeroLike(Object value) {
        return moved(value, value, -1);
    }

    private static List<Object> zerosLike(Object[] values) {
        return Arrays.stream(values).map(SecondRulesTest::zeroLike).toList();
    }

    private static Object[] moved(Object[] values, Object[] dots, double h) {
        Object[] result = new Object[values.length];
        Arrays.setAll(result, i -> moved(values[i], dots[i], h));
        return result;
    }

    private static Object moved(Object value, Object dot, double h) {
        if (value instanceof double[][] matrix) {
            double[][] result = Matrices.copy(matrix);
            Matrices.add(h, (double[][]) dot, result);
            return result;
        }
        if (value instanceof double[] vector) {
            double[] result = vector.clone();
            Matrices.add(h, (double[]) dot, result);
            return result;
        }
        return (Double) value + h * (Double) dot;
    }

    private static Object[] randoms(Object[] values, long seed) {
        Object[] result = new Object[values.length];
        Arrays.setAll(result, i -> randomLike(values[i], seed + i));
        return result;
    }

    private static Object randomLike(Object value, long seed) {
        if (value instanceof double[][] matrix) {
            return random(matrix.length, matrix[0].length, seed);
        }
        return value instanceof double[] vector
                ? random(1, vector.length, seed)[0]
                : (Object) new SplittableRandom(seed).nextDouble();
    }

    private static double[][] random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] result = new double[rows][columns];
        for (double[] row : result) {
            Arrays.setAll(row, i -> random.nextDouble() * 2 - 1);
        }
        return result;
    }

    private static double[][] positiveDefinite(int n) {
        double[][] a = random(n, n, 23L + n);
        double[][] result = Matrices.product(a, Matrices.transpose(a));
        for (int i = 0; i < n; i++) {
            result[i][i] += 1 + i;
        }
        return result;
    }

    private static double[][] singular(int n) {
        double[][] a = random(n, n, 29L + n);
        Arrays.fill(a[n / 2], 0.0);
        return a;
    }

    private static double norm(double[] v) {
        return Math.sqrt(Matrices.dot(v, v));
    }
}
