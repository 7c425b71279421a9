package dev.pullback.samples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Setup;

/** {@link BrownProjection} of 500 points. */
public class BrownProjectionBenchmark extends GradientBenchmark {

    private final double[] camera = {800, 810, 320, 240, -0.2, 0.05, 0.01, 0.001, -0.002};
    private final double[] bars = new double[9];
    private double[] xs;
    private double[] ys;
    private double[] us;
    private double[] vs;

    /** Creates the state; {@link #setUp} fills it. */
    public BrownProjectionBenchmark() {}

    @Setup
    @Override
    public void setUp() {
        Random random = new Random(20260107);
        xs = RandomInputs.gaussian(random, 500, 0.3);
        ys = RandomInputs.gaussian(random, 500, 0.3);
        us = RandomInputs.gaussian(random, 500, 100);
        vs = RandomInputs.gaussian(random, 500, 100);
    }

    @Override
    double value() {
        return BrownProjection.error(camera, xs, ys, us, vs);
    }

    @Override
    double byHand() {
        return HandWrittenBrownProjection.valueAndGradient(camera, xs, ys, us, vs, bars);
    }

    @Override
    double byProcessor() {
        return BrownProjectionDerivatives.errorValueAndGradient(camera, xs, ys, us, vs, bars, workspace);
    }

    @Override
    Object[] bars() {
        return new Object[] {bars};
    }
}
