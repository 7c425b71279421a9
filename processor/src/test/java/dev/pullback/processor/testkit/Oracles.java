package dev.pullback.processor.testkit;

import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** The oracles that hold for every method, whatever it computes. */
public final class Oracles {
    private static final double[] SEEDS = {1.0, -2.5, 0.0};

    /** All but central differences, which need smooth points. */
    public static final List<Oracle> EXACT = List.of(
            oracle("primal-value", Oracles::primalValue),
            oracle("inputs", Oracles::inputs),
            oracle("overwrite", Oracles::overwrite),
            oracle("accumulate", Oracles::accumulate),
            oracle("gradient", Oracles::gradient),
            oracle("objective", Oracles::objective),
            oracle("dot-product", Oracles::dotProduct),
            oracle("workspace", Oracles::workspace));

    /** Central differences at two step sizes. */
    public static final Oracle CENTRAL_DIFFERENCES = new CentralDifferences();

    private Oracles() {}

    /** All points at which {@link #checkAll} evaluates the primal. */
    public static List<Arguments> evaluated(Arguments point) {
        List<Arguments> result = CentralDifferences.evaluated(point);
        result.add(point);
        return result;
    }

    /** Runs the exact oracles, and central differences too. */
    public static void checkAll(
            DifferentiatedMethod probe, Arguments point, long seed, Workspace shared, Verdict verdict) {
        if (throwsAlike(probe, point, verdict)) {
            return;
        }
        Inspection inspection = Inspection.of(probe, point, new Random(seed), shared);
        EXACT.forEach(oracle -> oracle.check(inspection, verdict));
        CENTRAL_DIFFERENCES.check(inspection, verdict);
    }

    /** Second derivatives, at a point where the primal does not throw. */
    public static void checkHessian(
            DerivativeProbe probe, Arguments point, long seed, Workspace shared, Verdict verdict) {
        if (HessianOracle.applies(probe) && thrownBy(() -> probe.value(point)).isEmpty()) {
            new HessianOracle().check(Inspection.of(probe, point, new Random(seed), shared), verdict);
        }
    }

    /**
     * If the primal throws: the derivatives must throw the same kind of exception and touch no bar. Of several operands of one
     * statement that fail, another one may be met first.
     */
    public static boolean throwsAlike(DifferentiatedMethod probe, Arguments point, Verdict verdict) {
        String expected = thrownBy(() -> probe.value(point));
        if (expected.isEmpty()) {
            return false;
        }
        double[] bars = new double[point.flat().length];
        Arrays.fill(bars, 7.25);
        String actual = thrownBy(() -> probe.throwing(point, bars));
        if (!expected.equals(actual)) {
            verdict.add("throws", "primal throws " + expected + ", derivative " + actual);
        }
        if (Arrays.stream(bars).anyMatch(bar -> bar != 7.25)) {
            verdict.add("throws", "bars were touched before the exception: " + Arrays.toString(bars));
        }
        return true;
    }

    /** At any point whatever, NaN included: the primal's value, arguments and exceptions. */
    public static void checkPrimal(DifferentiatedMethod probe, Arguments point, Verdict verdict) {
        if (throwsAlike(probe, point, verdict)) {
            return;
        }
        Outcome expected = probe.value(point);
        try {
            Outcome actual = probe.valueAndGradient(point, new double[point.flat().length], null);
            expectBits("primal-value", "value at " + point, expected.result(), actual.result(), verdict);
            String difference = actual.after().difference(expected.after());
            if (difference != null) {
                verdict.add("inputs", "from " + point + " " + difference);
            }
        } catch (RuntimeException e) {
            verdict.add("throws", "at " + point + " the derivative throws " + e + ", not the primal");
        }
    }

    /** Compares with the exact gradient, to rounding; an empty one says nothing. */
    public static void checkGradient(DifferentiatedMethod probe, Arguments point, double[] exact, Verdict verdict) {
        if (exact.length == 0) {
            return;
        }
        double[] bars =
                probe.valueAndGradient(point, new double[exact.length], null).bars();
        for (int i = 0; i < exact.length; i++) {
            if (!near(exact[i], bars[i], Math.abs(exact[i]), Precision.of(probe))) {
                verdict.add("closed-form", "d/d" + i + " at " + point + " is " + exact[i] + ", got " + bars[i]);
            }
        }
    }

    private static String thrownBy(Runnable call) {
        try {
            call.run();
            return "";
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }

    private static void primalValue(Inspection at, Verdict verdict) {
        double actual =
                at.probe().valueAndGradient(at.point(), at.constant(0), null).result();
        expectBits("primal-value", "value", at.primal().result(), actual, verdict);
    }

    private static void inputs(Inspection at, Verdict verdict) {
        DifferentiatedMethod probe = at.probe();
        expectInputs(at, "ValueAndGradient", probe.valueAndGradient(at.point(), at.constant(0), null), verdict);
        Workspace used = at.shared();
        expectInputs(at, "ValueAndGradient", probe.valueAndGradient(at.point(), at.constant(0), used), verdict);
        expectInputs(at, "Gradient", probe.gradient(at.point()), verdict);
        expectInputs(at, "Pullback", probe.pullback(at.point(), 1, at.constant(0), null), verdict);
        if (probe.has("Pushforward")) {
            expectInputs(at, "Pushforward", probe.pushforward(at.point(), at.constant(1), null), verdict);
        }
    }

    private static void expectInputs(Inspection at, String method, Outcome outcome, Verdict verdict) {
        String difference = outcome.after().difference(at.primal().after());
        if (difference != null) {
            verdict.add("inputs", "after " + method + " " + difference);
        }
    }

    private static void overwrite(Inspection at, Verdict verdict) {
        double[] fromNaN = at.probe()
                .valueAndGradient(at.point(), at.constant(Double.NaN), null)
                .bars();
        double[] fromZero =
                at.probe().valueAndGradient(at.point(), at.constant(0), null).bars();
        expectBits("overwrite", "bars from NaN", fromZero, fromNaN, verdict);
        expectBits("overwrite", "bars from the point", fromZero, at.bars(), verdict);
    }

    private static void accumulate(Inspection at, Verdict verdict) {
        for (double seed : SEEDS) {
            double[] before = at.randomDirection();
            double[] after = at.probe().pullback(at.point(), seed, before, null).bars();
            for (int i = 0; i < before.length; i++) {
                double expected = before[i] + seed * at.bars()[i];
                double scale = Math.abs(before[i]) + Math.abs(seed) * at.scales()[i];
                if (!near(expected, after[i], scale, Precision.of(at.probe()))) {
                    verdict.add(
                            "accumulate",
                            "seed " + seed + ", bar " + i + ": " + before[i] + " + " + seed + " * " + at.bars()[i]
                                    + " = " + expected + ", got " + after[i]);
                }
            }
        }
    }

    private static void gradient(Inspection at, Verdict verdict) {
        expectBits(
                "gradient",
                "fGradient against bars",
                at.bars(),
                at.probe().gradient(at.point()).bars(),
                verdict);
    }

    private static void objective(Inspection at, Verdict verdict) {
        if (!at.probe().has("Objective") || isRagged(at.point())) {
            return;
        }
        Objective objective = at.probe().objective(at.point());
        double[] x = at.point().flat();
        for (int call = 0; call < 2; call++) {
            double[] gradient = at.constant(Double.NaN);
            double value = objective.valueAndGradient(x, gradient);
            expectBits("objective", "value", at.primal().result(), value, verdict);
            expectBits("objective", "value alone", at.primal().result(), objective.value(x), verdict);
            expectBits("objective", "gradient", at.bars(), gradient, verdict);
            expectBits("objective", "point", at.point().flat(), x, verdict);
        }
    }

    /** Objectives take matrices with rows of one length. */
    static boolean isRagged(Arguments point) {
        return point.independents().stream().anyMatch(Oracles::isRagged);
    }

    private static boolean isRagged(Object array) {
        return array instanceof Object[] rows
                && (Arrays.stream(rows).mapToInt(Array::getLength).distinct().count() > 1
                        || Arrays.stream(rows).anyMatch(Oracles::isRagged));
    }

    private static void dotProduct(Inspection at, Verdict verdict) {
        if (!at.probe().has("Pushforward")) {
            return;
        }
        for (int direction = 0; direction < 2; direction++) {
            double[] dots = at.randomDirection();
            double forward = at.probe().pushforward(at.point(), dots, null).result();
            double reverse = 0;
            double scale = Math.abs(forward);
            for (int i = 0; i < dots.length; i++) {
                reverse += at.bars()[i] * dots[i];
                scale += at.scales()[i] * Math.abs(dots[i]);
            }
            if (!near(forward, reverse, scale, Precision.of(at.probe()))) {
                verdict.add("dot-product", "pushforward gives " + forward + ", bars . dots = " + reverse);
            }
        }
    }

    private static void workspace(Inspection at, Verdict verdict) {
        double[] flat = at.point().flat();
        for (int i = 0; i < flat.length; i++) {
            flat[i] = 0.9 * flat[i] + 0.05;
        }
        Arguments elsewhere = at.point().withFlat(flat);
        Workspace fresh = new Workspace();
        expectSame(at, fresh, "fresh workspace", verdict);
        expectSame(at, fresh, "second call", verdict);
        thrownBy(() -> at.probe().valueAndGradient(elsewhere, at.constant(0), fresh));
        expectSame(at, fresh, "after another point", verdict);
        expectSame(at, at.shared(), "shared workspace", verdict);
        double[] dots = at.randomDirection();
        double[] pulled =
                at.probe().pullback(at.point(), -2.5, at.constant(0), null).bars();
        for (Workspace workspace : List.of(fresh, at.shared(), new Workspace())) {
            double[] bars = at.probe()
                    .pullback(at.point(), -2.5, at.constant(0), workspace)
                    .bars();
            expectBits("workspace", "fPullback", pulled, bars, verdict);
        }
        if (at.probe().has("Pushforward")) {
            double expected = at.probe().pushforward(at.point(), dots, null).result();
            for (Workspace workspace : List.of(fresh, at.shared(), new Workspace())) {
                double actual =
                        at.probe().pushforward(at.point(), dots, workspace).result();
                expectBits("workspace", "fPushforward", expected, actual, verdict);
            }
        }
    }

    private static void expectSame(Inspection at, Workspace workspace, String what, Verdict verdict) {
        Outcome outcome = at.probe().valueAndGradient(at.point(), at.constant(Double.NaN), workspace);
        expectBits("workspace", what + ", value", at.primal().result(), outcome.result(), verdict);
        expectBits("workspace", what + ", bars", at.bars(), outcome.bars(), verdict);
    }

    private static void expectBits(String oracle, String what, double[] expected, double[] actual, Verdict verdict) {
        for (int i = 0; i < expected.length; i++) {
            expectBits(oracle, what + " " + i, expected[i], actual[i], verdict);
        }
    }

    private static void expectBits(String oracle, String what, double expected, double actual, Verdict verdict) {
        if (!sameBits(expected, actual)) {
            verdict.add(oracle, what + ": expected " + expected + ", got " + actual);
        }
    }

    /** Equal bits; zeros of either sign are equal and so are NaNs. */
    public static boolean sameBits(double expected, double actual) {
        return expected == actual || Double.compare(expected, actual) == 0;
    }

    /** Equal but for the rounding of terms of this size. */
    public static boolean near(double expected, double actual, double scale) {
        return near(expected, actual, scale, Precision.DOUBLE);
    }

    /** The same for numbers of a method that may compute in {@code float}. */
    public static boolean near(double expected, double actual, double scale, DifferentiatedMethod method) {
        return near(expected, actual, scale, Precision.of(method));
    }

    private static boolean near(double expected, double actual, double scale, Precision precision) {
        return Math.abs(expected - actual) <= precision.rounding() * scale + Double.MIN_NORMAL
                || sameBits(expected, actual);
    }

    private static Oracle oracle(String name, BiConsumer<Inspection, Verdict> check) {
        return new Oracle() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void check(Inspection inspection, Verdict verdict) {
                check.accept(inspection, verdict);
            }
        };
    }
}
