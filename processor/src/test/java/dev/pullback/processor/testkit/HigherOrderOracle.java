package dev.pullback.processor.testkit;

import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Judges derivatives in several directions against one pushforward each, Taylor coefficients against value, pushforward, Hessian
 * and third derivatives, and these by their symmetry.
 */
public final class HigherOrderOracle {
    private static final double ROUNDING = 1e-10;
    private static final int DIRECTIONS = 11;
    private static final double STEP = 1e-4;
    private static final double AGREEMENT = 1e-4;
    private static final double LEAST_SCALE = 1e-3;

    private final DerivativeProbe probe;
    private final Arguments point;
    private final Verdict verdict;
    private final Outcome primal;
    private final double[][] directions = new double[DIRECTIONS][];

    private HigherOrderOracle(DerivativeProbe probe, Arguments point, Verdict verdict) {
        this.probe = probe;
        this.point = point;
        this.verdict = verdict;
        this.primal = probe.value(point);
        Random random = new Random(point.flat().length);
        Arrays.setAll(
                directions, k -> random.doubles(point.flat().length, -1, 1).toArray());
    }

    /** Checks all that there is, at a point where the primal is finite. */
    public static void check(DerivativeProbe probe, Arguments point, Verdict verdict) {
        pushforwards(probe, point, verdict);
        taylor(probe, point, verdict);
        thirdOrder(probe, point, verdict);
    }

    /** Several directions at once give the bits of one each. */
    public static void pushforwards(DerivativeProbe probe, Arguments point, Verdict verdict) {
        if (probe.has("Pushforwards")) {
            new HigherOrderOracle(probe, point, verdict).pushforwards();
        }
    }

    /** Coefficients are those of lower orders. */
    public static void taylor(DerivativeProbe probe, Arguments point, Verdict verdict) {
        if (probe.has("Taylor")) {
            new HigherOrderOracle(probe, point, verdict).taylor();
        }
    }

    /** Third derivatives are symmetric. */
    public static void thirdOrder(DerivativeProbe probe, Arguments point, Verdict verdict) {
        if (probe.has("ThirdOrder")) {
            new HigherOrderOracle(probe, point, verdict).symmetry();
        }
    }

    /**
     * Third derivatives are differences of products with the Hessian, where two step sizes agree: the method is smooth there. In
     * single precision differences say too little.
     */
    public static void thirdOrderDifferences(DerivativeProbe probe, Arguments point, Verdict verdict) {
        if (probe.has("ThirdOrder") && !probe.isSingle()) {
            new HigherOrderOracle(probe, point, verdict).differences();
        }
    }

    private void pushforwards() {
        double[] expected = Arrays.stream(directions)
                .mapToDouble(
                        direction -> probe.pushforward(point, direction, null).result())
                .toArray();
        Workspace workspace = new Workspace();
        for (Workspace used : Arrays.asList(null, workspace, workspace)) {
            Outcome outcome = probe.pushforwards(point, directions, used);
            bits("pushforwards", expected, outcome.bars());
            inputs("pushforwards", outcome);
        }
    }

    private void taylor() {
        double[] direction = directions[0];
        Outcome outcome = probe.taylor(point, direction, 3, null);
        double[] coefficients = outcome.bars();
        bits("taylor", new double[] {primal.result()}, Arrays.copyOf(coefficients, 1));
        inputs("taylor", outcome);
        double slope = probe.pushforward(point, direction, null).result();
        near("order 1", coefficients[1], slope, coefficients);
        if (probe.has("HessianVector")) {
            double[] product = probe.hessianVector(point, direction, null).bars();
            near("order 2", coefficients[2], dot(direction, product) / 2, coefficients, terms(direction, product));
        }
        if (probe.has("ThirdOrder")) {
            double[] third = probe.thirdOrder(point, direction, direction, null).bars();
            near("order 3", coefficients[3], dot(direction, third) / 6, coefficients, terms(direction, third));
        }
        Workspace workspace = new Workspace();
        for (Workspace used : List.of(workspace, workspace)) {
            bits("taylor", coefficients, probe.taylor(point, direction, 3, used).bars());
        }
    }

    private void symmetry() {
        double[][] products = new double[3][];
        double scale = 0;
        for (int k = 0; k < 3; k++) {
            Outcome outcome = probe.thirdOrder(point, directions[k], directions[(k + 1) % 3], null);
            products[k] = outcome.bars();
            inputs("third order", outcome);
            scale += Arrays.stream(products[k]).map(Math::abs).sum();
            // Where terms cancel, the products say nothing about their size; those of lower order do.
            double[] second = probe.hessianVector(point, directions[k], null).bars();
            scale += Arrays.stream(second).map(Math::abs).sum();
        }
        Workspace workspace = new Workspace();
        for (Workspace used : List.of(workspace, workspace)) {
            bits(
                    "third order",
                    products[0],
                    probe.thirdOrder(point, directions[0], directions[1], used).bars());
        }
        if (!Double.isFinite(scale)) {
            return;
        }
        double rounding = probe.isSingle() ? Precision.FLOAT.rounding() : ROUNDING;
        double expected = dot(products[0], directions[2]);
        for (int k = 1; k < 3; k++) {
            double actual = dot(products[k], directions[(k + 2) % 3]);
            if (!(Math.abs(actual - expected) <= rounding * scale + Double.MIN_NORMAL)) {
                verdict.add("third order", expected + " is not symmetric: " + actual + " at " + point);
            }
        }
    }

    private void differences() {
        double[] vector = directions[0];
        double[] along = directions[1];
        double[] third = probe.thirdOrder(point, vector, along, null).bars();
        double[] second = probe.hessianVector(point, vector, null).bars();
        double[] wide = slopes(vector, along, STEP);
        double[] narrow = slopes(vector, along, STEP / 2);
        double level = Arrays.stream(second).map(Math::abs).sum()
                + Arrays.stream(third).map(Math::abs).sum()
                + LEAST_SCALE;
        for (int i = 0; i < third.length; i++) {
            double difference = Math.abs(wide[i] - narrow[i]);
            if (!(difference <= AGREEMENT * level)) {
                verdict.leaveUnjudged();
                continue;
            }
            verdict.judge();
            if (!(Math.abs(third[i] - narrow[i]) <= difference + AGREEMENT * level / 10)) {
                verdict.add("third order", i + " is " + third[i] + ", differences say " + narrow[i] + " at " + point);
            }
        }
    }

    private double[] slopes(double[] vector, double[] along, double step) {
        double[] ahead = probe.hessianVector(moved(along, step), vector, null).bars();
        double[] behind = probe.hessianVector(moved(along, -step), vector, null).bars();
        double[] slopes = new double[ahead.length];
        Arrays.setAll(slopes, i -> (ahead[i] - behind[i]) / (2 * step));
        return slopes;
    }

    private Arguments moved(double[] along, double step) {
        double[] moved = point.flat();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * along[i];
        }
        return point.withFlat(moved);
    }

    private void bits(String oracle, double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            if (!Oracles.sameBits(expected[i], actual[i])) {
                verdict.add(oracle, "entry " + i + " is " + actual[i] + ", not " + expected[i] + " at " + point);
            }
        }
    }

    private void inputs(String oracle, Outcome outcome) {
        String difference = outcome.after().difference(primal.after());
        if (difference != null) {
            verdict.add("inputs", "after " + oracle + " " + difference);
        }
    }

    /** At kinks and where a function has no such derivative both may be infinite or no number. */
    private void near(String what, double actual, double expected, double[] coefficients, double... terms) {
        if (!Double.isFinite(expected)) {
            if (Double.isFinite(actual)) {
                verdict.add("taylor", what + " is " + actual + ", not " + expected + " at " + point);
            }
            return;
        }
        double scale = Math.abs(expected)
                + Arrays.stream(coefficients)
                        .map(Math::abs)
                        .filter(Double::isFinite)
                        .sum()
                + Arrays.stream(terms).map(Math::abs).sum();
        if (!(Math.abs(actual - expected) <= ROUNDING * scale)) {
            verdict.add("taylor", what + " is " + actual + ", not " + expected + " at " + point);
        }
    }

    private static double[] terms(double[] a, double[] b) {
        double[] terms = new double[a.length];
        Arrays.setAll(terms, i -> a[i] * b[i]);
        return terms;
    }

    private static double dot(double[] a, double[] b) {
        return Arrays.stream(terms(a, b)).sum();
    }
}
