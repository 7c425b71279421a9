package dev.pullback.samples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Setup;

/** {@link IirFilter} of 1000 samples. */
public class IirFilterBenchmark extends GradientBenchmark {

    private final double[] b = {0.2, 0.3, 0.2};
    private final double[] a = {-0.4, 0.1};
    private final double[] bBar = new double[3];
    private final double[] aBar = new double[2];
    private final HandWrittenIirFilter hand = new HandWrittenIirFilter();
    private double[] x;
    private double[] target;

    /** Creates the state; {@link #setUp} fills it. */
    public IirFilterBenchmark() {}

    @Setup
    @Override
    public void setUp() {
        Random random = new Random(20260107);
        x = RandomInputs.gaussian(random, 1000, 1.0);
        target = RandomInputs.gaussian(random, 1000, 1.0);
    }

    @Override
    double value() {
        return IirFilter.loss(b, a, x, target);
    }

    @Override
    double byHand() {
        return hand.valueAndGradient(b, a, x, target, bBar, aBar);
    }

    @Override
    double byProcessor() {
        return IirFilterDerivatives.lossValueAndGradient(b, a, x, target, bBar, aBar, workspace);
    }

    @Override
    Object[] bars() {
        return new Object[] {bBar, aBar};
    }
}
