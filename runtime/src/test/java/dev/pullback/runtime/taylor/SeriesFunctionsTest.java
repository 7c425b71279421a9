package dev.pullback.runtime.taylor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Series against derivatives of the same order that Hipparchus computes. */
final class SeriesFunctionsTest {
    private static final int ORDER = 7;
    private static final int TERMS = ORDER + 1;
    private static final DSFactory FACTORY = new DSFactory(1, ORDER);

    private interface Operation {
        void apply(double[] a, double[] b, double[] out);
    }

    private record Pair(
            Operation ours, BiFunction<DerivativeStructure, DerivativeStructure, DerivativeStructure> theirs) {}

    private static Map<String, Pair> operations() {
        Map<String, Pair> all = new LinkedHashMap<>();
        all.put("add", new Pair(Series::add, DerivativeStructure::add));
        all.put("subtract", new Pair(Series::subtract, DerivativeStructure::subtract));
        all.put("multiply", new Pair(Series::multiply, DerivativeStructure::multiply));
        all.put("divide", new Pair(Series::divide, DerivativeStructure::divide));
        all.put("scale", new Pair((a, b, out) -> Series.scale(a, 3, out), (a, b) -> a.multiply(3)));
        all.put("negate", new Pair((a, b, out) -> Series.negate(a, out), (a, b) -> a.negate()));
        all.put("add a number", new Pair((a, b, out) -> Series.add(a, 3, out), (a, b) -> a.add(3)));
        all.put("subtract a number", new Pair((a, b, out) -> Series.subtract(a, 3, out), (a, b) -> a.subtract(3)));
        all.put(
                "subtract from",
                new Pair(
                        (a, b, out) -> Series.subtract(3.0, a, out),
                        (a, b) -> a.negate().add(3)));
        all.put("divide by", new Pair((a, b, out) -> Series.divide(a, 3, out), (a, b) -> a.divide(3)));
        all.put(
                "divide a number",
                new Pair(
                        (a, b, out) -> Series.divide(3.0, b, out),
                        (a, b) -> b.reciprocal().multiply(3)));
        all.put("exp", new Pair((a, b, out) -> SeriesFunctions.exp(a, Math.exp(a[0]), out), (a, b) -> a.exp()));
        all.put("expm1", new Pair((a, b, out) -> SeriesFunctions.expm1(a, Math.expm1(a[0]), out), (a, b) -> a.expm1()));
        all.put(
                "sin",
                new Pair(
                        (a, b, out) -> SeriesFunctions.sin(a, Math.sin(a[0]), new double[TERMS], out),
                        (a, b) -> a.sin()));
        all.put(
                "cos",
                new Pair(
                        (a, b, out) -> SeriesFunctions.cos(a, Math.cos(a[0]), new double[TERMS], out),
                        (a, b) -> a.cos()));
        all.put(
                "tan",
                new Pair(
                        (a, b, out) -> SeriesFunctions.tan(a, Math.tan(a[0]), new double[TERMS], out),
                        (a, b) -> a.tan()));
        all.put(
                "sinh",
                new Pair(
                        (a, b, out) -> SeriesFunctions.sinh(a, Math.sinh(a[0]), new double[TERMS], out),
                        (a, b) -> a.sinh()));
        all.put(
                "cosh",
                new Pair(
                        (a, b, out) -> SeriesFunctions.cosh(a, Math.cosh(a[0]), new double[TERMS], out),
                        (a, b) -> a.cosh()));
        all.put(
                "tanh",
                new Pair(
                        (a, b, out) -> SeriesFunctions.tanh(a, Math.tanh(a[0]), new double[TERMS], out),
                        (a, b) -> a.tanh()));
        all.put("sqrt", new Pair((a, b, out) -> SeriesFunctions.sqrt(b, Math.sqrt(b[0]), out), (a, b) -> b.sqrt()));
        all.put("cbrt", new Pair((a, b, out) -> SeriesFunctions.cbrt(b, Math.cbrt(b[0]), out), (a, b) -> b.cbrt()));
        all.put(
                "hypot",
                new Pair(
                        (a, b, out) -> SeriesFunctions.hypot(a, b, Math.hypot(a[0], b[0]), new double[TERMS], out),
                        (a, b) -> a.hypot(b)));
        all.put(
                "power",
                new Pair((a, b, out) -> SeriesFunctions.pow(b, 2.5, Math.pow(b[0], 2.5), out), (a, b) -> b.pow(2.5)));
        all.put(
                "negative power",
                new Pair((a, b, out) -> SeriesFunctions.pow(b, -3, Math.pow(b[0], -3), out), (a, b) -> b.pow(-3)));
        all.put(
                "power of a constant",
                new Pair(
                        (a, b, out) -> SeriesFunctions.pow(1.5, a, Math.pow(1.5, a[0]), out),
                        (a, b) -> a.multiply(Math.log(1.5)).exp()));
        all.put(
                "power with both",
                new Pair(
                        (a, b, out) -> SeriesFunctions.pow(b, a, Math.pow(b[0], a[0]), new double[TERMS], out),
                        (a, b) -> b.pow(a)));
        all.put("integral", new Pair(SeriesFunctionsTest::log, (a, b) -> b.log()));
        return all;
    }

    private static void log(double[] a, double[] b, double[] out) {
        double[] slope = new double[TERMS];
        Series.divide(1.0, b, slope);
        Series.constant(Math.log(b[0]), out);
        Series.addIntegral(slope, b, out);
    }

    @TestFactory
    Stream<DynamicTest> operationsAgreeWithHipparchus() {
        return operations().entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> {
                    Random random = new Random(1);
                    for (int trial = 0; trial < 20; trial++) {
                        double[] a = random.doubles(TERMS, -1, 1).toArray();
                        double[] b = random.doubles(TERMS, -1, 1).toArray();
                        b[0] = 0.5 + random.nextDouble();
                        double[] out = new double[TERMS];
                        e.getValue().ours().apply(a, b, out);
                        compare(out, e.getValue().theirs().apply(structure(a), structure(b)));
                    }
                }));
    }

    private static DerivativeStructure structure(double[] a) {
        DerivativeStructure t = FACTORY.variable(0, 0.0);
        DerivativeStructure sum = FACTORY.constant(0.0);
        for (int k = a.length - 1; k >= 0; k--) {
            sum = sum.multiply(t).add(a[k]);
        }
        return sum;
    }

    private static void compare(double[] actual, DerivativeStructure expected) {
        double scale = 1;
        for (int k = 0; k < actual.length; k++) {
            double coefficient = expected.getPartialDerivative(k) / CombinatoricsUtils.factorial(k);
            scale = Math.max(scale, Math.abs(coefficient));
            assertThat(actual[k]).as("coefficient %d", k).isEqualTo(coefficient, within(1e-11 * scale));
        }
    }

    @Test
    void resultsMayBeOperandsWhereTheTextSaysSo() {
        double[] a = {1, 2, 3};
        double[] b = {4, 5, 6};
        Series.multiply(a, b, a);
        assertThat(a).containsExactly(4, 13, 28);
        Series.divide(a, b, a);
        assertThat(a).containsExactly(1, 2, 3);
        Series.addTo(b, a);
        assertThat(a).containsExactly(5, 7, 9);
        Series.addPowers(b, 2, a);
        assertThat(a).containsExactly(5, 17, 21);
    }

    @Test
    void powersOfZeroAreExactAsFarAsTheyExist() {
        double[] out = new double[5];
        SeriesFunctions.pow(new double[] {0, 2, 0, 0, 0}, 3, 0, out);
        assertThat(out).containsExactly(0, 0, 0, 8, 0);
        SeriesFunctions.pow(new double[] {0, 2, 1, 0, 0}, 9, 0, out);
        assertThat(out).containsExactly(0, 0, 0, 0, 0);
        SeriesFunctions.pow(new double[] {0, 2, 1, 0, 0}, 1.5, 0, out);
        assertThat(out).containsExactly(0, 0, Double.NaN, Double.NaN, Double.NaN);
        SeriesFunctions.pow(new double[] {0, 0, 0, 0, 0}, 1.5, 0, out);
        assertThat(out).containsExactly(0, 0, 0, 0, 0);
        SeriesFunctions.pow(new double[] {0, 1, 0, 0, 0}, 0, 1, out);
        assertThat(out).containsExactly(1, 0, 0, 0, 0);
        SeriesFunctions.pow(0.0, new double[] {2, 1, 0, 0, 0}, 0, out);
        assertThat(out).containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void aNegativeBaseMayHaveAConstantExponentThatIsASeries() {
        double[] out = new double[3];
        SeriesFunctions.pow(new double[] {-2, 1, 0}, new double[] {3, 0, 0}, -8, new double[3], out);
        assertThat(out).containsExactly(-8, 12, -6);
    }

    @Test
    void theOriginOfALengthIsAKink() {
        double[] out = new double[3];
        SeriesFunctions.hypot(new double[] {0, 1, 0}, new double[3], 0, new double[3], out);
        assertThat(out).containsExactly(0, 0, 0);
    }

    @Test
    void variablesBeginWithValueAndDirection() {
        double[][] rows = new double[2][2];
        Series.variables(new double[] {1, 2}, new double[] {9, 3, 4}, 1, rows);
        assertThat(rows).isDeepEqualTo(new double[][] {{1, 3}, {2, 4}});
        assertThat(Series.variables(new double[][] {{1}, {2, 3}}, new double[] {4, 5, 6}, 0, 1))
                .isDeepEqualTo(new double[][][] {{{1}}, {{2}, {3}}});
        assertThatThrownBy(() -> Series.terms(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order is -1, expected at least 0");
    }
}
