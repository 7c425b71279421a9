package dev.pullback.processor.testkit;

import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.Random;

/**
 * Judges second derivatives: products with the Hessian against differences of the gradient, symmetry, the whole Hessian and its
 * diagonal against products, one workspace against another, and what a call leaves in the arguments. Differences are judged only
 * where two step sizes agree and slopes to both sides come together: elsewhere the gradient has a kink.
 */
public final class HessianOracle implements Oracle {
    private static final int DIRECTIONS = 3;
    private static final int LARGEST = 16;

    /** So far away a tie at a point is gone, and little else has changed. */
    private static final double NEARBY = 1e-3;

    /** Sums of products whose terms were at least so large before they cancelled. */
    private static final double LEAST_SCALE = 1e-2;

    /** Whether second derivatives were generated. */
    public static boolean applies(DifferentiatedMethod probe) {
        return probe.has("HessianVector");
    }

    @Override
    public String name() {
        return "hessian";
    }

    @Override
    public void check(Inspection at, Verdict verdict) {
        boolean hasWhole = at.bars().length <= LARGEST && at.probe().has("Hessian");
        double[][] hessian = hasWhole ? at.probe().hessian(at.point()) : null;
        double[] previous = null;
        double[] previousProduct = null;
        boolean isSmooth = true;
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] direction = at.randomDirection();
            Outcome outcome = at.probe().hessianVector(at.point(), direction, null);
            double[] product = outcome.bars();
            workspaces(at, direction, product, verdict);
            inputs(at, outcome, verdict);
            isSmooth &= judgeDifferences(at, direction, product, verdict);
            if (isSmooth && previous != null && previousProduct != null) {
                symmetry(at, previous, previousProduct, direction, product, verdict);
            }
            if (hessian != null) {
                rows(at, hessian, direction, product, verdict);
            }
            previous = direction;
            previousProduct = product;
        }
        if (hessian != null) {
            whole(at, hessian, verdict);
        }
        objective(at, verdict);
    }

    /**
     * At a tie that holds at one point only, as in {@code max(x * x, 0)}, the gradient to both sides says nothing about what the rule
     * of the tie says, and at a jump it says nothing at all: there, points nearby decide.
     */
    private boolean judgeDifferences(Inspection at, double[] direction, double[] product, Verdict verdict) {
        Verdict here = new Verdict();
        boolean isSmooth = differences(at, direction, product, here);
        boolean isRight = here.oracles().isEmpty();
        if (isSmooth && isRight) {
            verdict.addAll(here);
            return true;
        }
        Verdict there = new Verdict();
        boolean isSmoothThere = differencesNearby(at, direction, there);
        if (!isRight && !(isSmoothThere && there.oracles().isEmpty())) {
            verdict.addAll(here);
            return isSmooth;
        }
        verdict.leaveUnjudged();
        if (!there.oracles().isEmpty()) {
            // Two steps of a function that swings fast agree by chance, but hardly twice.
            Verdict elsewhere = new Verdict();
            differencesNearby(at, direction, elsewhere);
            verdict.addAll(elsewhere);
        }
        return false;
    }

    private boolean differencesNearby(Inspection at, double[] direction, Verdict verdict) {
        double[] moved = at.point().flat();
        double[] away = at.randomDirection();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += NEARBY * away[i];
        }
        Inspection nearby = Inspection.of(at.probe(), at.point().withFlat(moved), new Random(1), at.shared());
        double[] product =
                at.probe().hessianVector(nearby.point(), direction, null).bars();
        return differences(nearby, direction, product, verdict);
    }

    /** Compares with slopes of the gradient along a direction; whether all entries could be. */
    private boolean differences(Inspection at, double[] direction, double[] product, Verdict verdict) {
        Precision precision = Precision.of(at.probe());
        double reach = Arrays.stream(at.point().flat()).map(Math::abs).reduce(1, Math::max);
        double step = precision.step() * Math.min(reach, 10);
        Slopes wide = Slopes.of(at, direction, step);
        Slopes narrow = Slopes.of(at, direction, step / 2);
        double level = Arrays.stream(at.bars()).map(Math::abs).reduce(0, Math::max);
        double size =
                Arrays.stream(product).map(Math::abs).filter(Double::isFinite).reduce(0, Math::max);
        double noise = 10 * precision.noise() * (level + size + 1e-3);
        boolean isSmooth = Double.isFinite(reach);
        for (int i = 0; i < product.length; i++) {
            double difference = Math.abs(wide.central[i] - narrow.central[i]);
            double agreement = precision.agreement() * Math.max(Math.abs(narrow.central[i]), 1e-2 * size);
            boolean isKink = narrow.jump[i] > 0.75 * wide.jump[i] && narrow.jump[i] > agreement + 20 * noise;
            if (!(difference <= 10 * agreement + 10 * noise)
                    || !Double.isFinite(narrow.jump[i])
                    || isKink
                    || !Double.isFinite(reach)) {
                verdict.leaveUnjudged();
                isSmooth = false;
                continue;
            }
            verdict.judge();
            double best = (4 * narrow.central[i] - wide.central[i]) / 3;
            if (!(Math.abs(product[i] - best) <= 3 * difference + agreement + 10 * noise)) {
                verdict.add(
                        name(),
                        "product " + i + " at " + at.point() + " along " + Arrays.toString(direction) + " is "
                                + product[i] + ", differences say " + best);
            }
        }
        return isSmooth;
    }

    private void symmetry(
            Inspection at,
            double[] left,
            double[] leftProduct,
            double[] right,
            double[] rightProduct,
            Verdict verdict) {
        double first = 0;
        double second = 0;
        // Where terms cancel, the products say nothing about their size; the gradient does.
        double scale = Arrays.stream(at.bars()).map(Math::abs).reduce(LEAST_SCALE, Math::max);
        for (int i = 0; i < left.length; i++) {
            first += left[i] * rightProduct[i];
            second += right[i] * leftProduct[i];
            scale += Math.abs(leftProduct[i]) + Math.abs(rightProduct[i]);
        }
        if (Double.isFinite(scale) && !near(at, first, second, scale)) {
            verdict.add("symmetry", "u . Hv = " + first + ", v . Hu = " + second + " at " + at.point());
        }
    }

    private void rows(Inspection at, double[][] hessian, double[] direction, double[] product, Verdict verdict) {
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            double scale = 0;
            for (int j = 0; j < product.length; j++) {
                sum += hessian[j][i] * direction[j];
                scale += Math.abs(hessian[j][i]);
            }
            if (Double.isFinite(scale) && !near(at, sum, product[i], scale + Math.abs(product[i]))) {
                verdict.add(name(), "product " + i + " is " + product[i] + ", the Hessian says " + sum);
            }
        }
    }

    private void whole(Inspection at, double[][] hessian, Verdict verdict) {
        double[] diagonal = at.probe().hessianDiagonal(at.point());
        Workspace used = new Workspace();
        for (int call = 0; call < 2; call++) {
            double[] gradient = at.constant(Double.NaN);
            double[][] again = new double[gradient.length][gradient.length];
            Outcome outcome = at.probe().gradientAndHessian(at.point(), gradient, again, used);
            expectBits("value", at.primal().result(), outcome.result(), verdict);
            for (int i = 0; i < gradient.length; i++) {
                expectBits("gradient " + i, at.bars()[i], outcome.bars()[i], verdict);
                expectBits("diagonal " + i, hessian[i][i], diagonal[i], verdict);
                for (int j = 0; j < gradient.length; j++) {
                    expectBits("entry " + i + ", " + j, hessian[i][j], again[i][j], verdict);
                }
            }
            inputs(at, outcome, verdict);
        }
    }

    private void workspaces(Inspection at, double[] direction, double[] product, Verdict verdict) {
        Workspace fresh = new Workspace();
        for (Workspace workspace : new Workspace[] {fresh, fresh, at.shared()}) {
            double[] again =
                    at.probe().hessianVector(at.point(), direction, workspace).bars();
            for (int i = 0; i < product.length; i++) {
                expectBits("product " + i + " with a workspace", product[i], again[i], verdict);
            }
        }
    }

    private void objective(Inspection at, Verdict verdict) {
        if (!at.probe().has("Hessian") || !at.probe().has("Objective") || Oracles.isRagged(at.point())) {
            return;
        }
        SecondOrderObjective objective = (SecondOrderObjective) at.probe().objective(at.point());
        double[] direction = at.randomDirection();
        double[] expected =
                at.probe().hessianVector(at.point(), direction, null).bars();
        double[] product = at.constant(Double.NaN);
        objective.hessianVector(at.point().flat(), direction, product);
        for (int i = 0; i < product.length; i++) {
            expectBits("product " + i + " of the objective", expected[i], product[i], verdict);
        }
    }

    private void inputs(Inspection at, Outcome outcome, Verdict verdict) {
        String difference = outcome.after().difference(at.primal().after());
        if (difference != null) {
            verdict.add("inputs", "after a second derivative " + difference);
        }
    }

    private void expectBits(String what, double expected, double actual, Verdict verdict) {
        if (!Oracles.sameBits(expected, actual)) {
            verdict.add(name(), what + ": expected " + expected + ", got " + actual);
        }
    }

    private static boolean near(Inspection at, double expected, double actual, double scale) {
        return Math.abs(expected - actual) <= 100 * Precision.of(at.probe()).rounding() * scale + Double.MIN_NORMAL
                || Oracles.sameBits(expected, actual);
    }

    /** Difference quotients of the gradient at one step size. */
    private record Slopes(double[] central, double[] jump) {

        static Slopes of(Inspection at, double[] direction, double step) {
            double[] above = gradient(at, direction, step);
            double[] below = gradient(at, direction, -step);
            double[] here = at.bars();
            double[] central = new double[here.length];
            double[] jump = new double[here.length];
            for (int i = 0; i < here.length; i++) {
                central[i] = (above[i] - below[i]) / (2 * step);
                jump[i] = Math.abs((above[i] - here[i]) - (here[i] - below[i])) / step;
            }
            return new Slopes(central, jump);
        }

        private static double[] gradient(Inspection at, double[] direction, double step) {
            double[] flat = at.point().flat();
            for (int i = 0; i < flat.length; i++) {
                flat[i] += step * direction[i];
            }
            double[] zeros = new double[flat.length];
            try {
                return at.probe()
                        .valueAndGradient(at.point().withFlat(flat), zeros, null)
                        .bars();
            } catch (RuntimeException e) {
                Arrays.fill(zeros, Double.NaN);
                return zeros;
            }
        }
    }
}
