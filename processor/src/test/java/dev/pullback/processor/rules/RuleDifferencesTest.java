package dev.pullback.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule agrees with central differences of the function itself: at random points of its domain, on both sides of each
 * kink, and for powers with constant exponents. Where two step sizes disagree, differences say nothing and are not asked.
 */
final class RuleDifferencesTest {
    private static final int POINTS = 100;
    private static final double TOLERANCE = 1e-6;
    private static final double BESIDE_KINK = 1e-2;

    private final RulesDocument document = new RulesDocument();

    @TestFactory
    List<DynamicTest> atRandomPoints() {
        Formulas formulas = new Formulas(document.rules());
        return document.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.text(), () -> {
                    SplittableRandom random = new SplittableRandom(2);
                    int judged = 0;
                    for (int tried = 0; tried < 10 * POINTS && judged < POINTS; tried++) {
                        double[] point = RandomPoints.next(rule.operation(), random);
                        if (formulas.isInDomain(rule, point)) {
                            judged += agrees(rule.operations(), point) ? 1 : 0;
                        }
                    }
                    assertThat(judged).isEqualTo(POINTS);
                }))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> besideKinks() {
        List<RulesDocument.Rule> rules = document.rules();
        Formulas formulas = new Formulas(rules);
        return document.points().stream()
                .filter(point -> Arrays.stream(point.arguments()).allMatch(Double::isFinite))
                .filter(point -> Double.isFinite(point.operations().get(0).value(point.arguments())))
                .map(point -> DynamicTest.dynamicTest(point.text(), () -> {
                    RulesDocument.Rule rule = rules.stream()
                            .filter(candidate -> candidate.isOf(point))
                            .findFirst()
                            .orElseThrow();
                    List<double[]> neighbours = neighbours(point.arguments());
                    List<double[]> regular = neighbours.stream()
                            .filter(neighbour -> formulas.isInDomain(rule, neighbour))
                            .toList();
                    long judged = (regular.isEmpty() ? neighbours : regular)
                            .stream()
                                    .filter(neighbour -> agrees(point.operations(), neighbour))
                                    .count();
                    assertThat(judged).isPositive();
                }));
    }

    /** On both sides of a point, along each argument. */
    private static List<double[]> neighbours(double[] point) {
        List<double[]> neighbours = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            for (double side : new double[] {-BESIDE_KINK, BESIDE_KINK}) {
                double[] neighbour = point.clone();
                neighbour[i] += side;
                neighbours.add(neighbour);
            }
        }
        return neighbours;
    }

    /** Compares the rule with differences for all arguments; false if no difference could be trusted. */
    private static boolean agrees(List<Operation> operations, double[] point) {
        int judged = 0;
        for (Operation operation : operations) {
            for (int i = 0; i < point.length; i++) {
                double step = Math.cbrt(Math.ulp(1.0)) * Math.max(1.0, Math.abs(point[i]));
                double fine = operation.isReal(i) ? difference(operation, point, i, step) : Double.NaN;
                double coarse = operation.isReal(i) ? difference(operation, point, i, 2.0 * step) : Double.NaN;
                double allowed = TOLERANCE * Math.max(1.0, Math.abs(fine));
                if (Math.abs(fine - coarse) <= allowed) {
                    judged++;
                    assertThat(operation.derivative(i, 1.0, point))
                            .as("argument %d at %s", i, Arrays.toString(point))
                            .isBetween(fine - allowed, fine + allowed);
                }
            }
        }
        return judged > 0;
    }

    private static double difference(Operation operation, double[] point, int argument, double step) {
        double[] left = point.clone();
        double[] right = point.clone();
        left[argument] -= step;
        right[argument] += step;
        return (operation.value(right) - operation.value(left)) / (right[argument] - left[argument]);
    }

    @TestFactory
    Stream<DynamicTest> constantPowers() {
        return Stream.of(0.0, 1.0, 2.0, 3.0, 4.0, 2.5, 0.5, -1.0, -2.0)
                .map(exponent -> DynamicTest.dynamicTest("pow(x, " + exponent + ")", () -> {
                    for (double x : new double[] {-2.0, -0.5, 0.5, 1.0, 3.0}) {
                        if (!Double.isNaN(Math.pow(x, exponent))) {
                            comparePower(x, exponent);
                        }
                    }
                }));
    }

    /** A literal exponent has a rule of its own, with the same result as one in a variable. */
    private static void comparePower(double x, double exponent) {
        Operation power =
                Operation.call("java.lang.Math", "pow", List.of("x", "y")).orElseThrow();
        Variable result = new Variable("result", PrimitiveType.DOUBLE);
        Variable base = power.arguments().get(0);
        Map<Variable, Double> values = new HashMap<>(Map.of(base, x, result, Math.pow(x, exponent)));
        List<Expression> operands = List.of(new Read(base), Literal.of(exponent));
        double actual = power.derivative(0, Literal.ONE, operands, new Read(result), values);
        double expected = power.derivative(0, 1.0, x, exponent);
        assertThat(actual).isBetween(expected - Math.ulp(expected), expected + Math.ulp(expected));
    }
}
