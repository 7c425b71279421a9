package dev.pullback.samples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Setup;

/** {@link HeatStencil} of 200 points and 100 steps. */
public class HeatStencilBenchmark extends GradientBenchmark {

    private final double[] initialBar = new double[200];
    private final double[] scalarBars = new double[1];
    private final HandWrittenHeatStencil hand = new HandWrittenHeatStencil();
    private double[] initial;
    private double[] target;

    /** Creates the state; {@link #setUp} fills it. */
    public HeatStencilBenchmark() {}

    @Setup
    @Override
    public void setUp() {
        Random random = new Random(20260107);
        initial = RandomInputs.gaussian(random, 200, 1.0);
        target = RandomInputs.gaussian(random, 200, 1.0);
    }

    @Override
    double value() {
        return HeatStencil.loss(initial, 0.2, target, 100);
    }

    @Override
    double byHand() {
        return hand.valueAndGradient(initial, 0.2, target, 100, initialBar, scalarBars);
    }

    @Override
    double byProcessor() {
        return HeatStencilDerivatives.lossValueAndGradient(
                initial, 0.2, target, 100, initialBar, scalarBars, workspace);
    }

    @Override
    Object[] bars() {
        return new Object[] {initialBar, scalarBars};
    }
}
