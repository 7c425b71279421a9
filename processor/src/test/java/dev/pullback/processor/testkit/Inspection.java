package dev.pullback.processor.testkit;

import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.Random;

/**
 * One method at one point, with what several oracles need.
 *
 * @param probe the method
 * @param point where
 * @param random for directions and seeds
 * @param shared a workspace that earlier inspections used, so that stale content shows
 * @param primal what the primal returns and leaves behind
 * @param bars the bars of {@code fValueAndGradient}
 * @param scales for each bar the size of the terms that add up to it: rounding is judged relative to them
 */
public record Inspection(
        DifferentiatedMethod probe,
        Arguments point,
        Random random,
        Workspace shared,
        Outcome primal,
        double[] bars,
        double[] scales) {

    /** Calls the primal and {@code fValueAndGradient}; the largest bar and the value serve as scale. */
    public static Inspection of(DifferentiatedMethod probe, Arguments point, Random random, Workspace shared) {
        Outcome primal = probe.value(point);
        double[] bars = probe.valueAndGradient(point, point.flat(), null).bars();
        double scale = Math.abs(primal.result());
        for (double bar : bars) {
            scale = Math.max(scale, Math.abs(bar));
        }
        double[] scales = new double[bars.length];
        Arrays.fill(scales, scale);
        return new Inspection(probe, point, random, shared, primal, bars, scales);
    }

    /** The same with scales that are known better. */
    public Inspection withScales(double[] newScales) {
        return new Inspection(probe, point, random, shared, primal, bars, newScales);
    }

    /** A vector of the independents' size, entries in [-1, 1]. */
    double[] randomDirection() {
        return random.doubles(bars.length, -1, 1).toArray();
    }

    /** A vector of the independents' size with one value everywhere. */
    double[] constant(double value) {
        double[] result = new double[bars.length];
        Arrays.fill(result, value);
        return result;
    }
}
