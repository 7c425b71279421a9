package dev.pullback.samples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Setup;

/** {@link CholeskySolve} of a system with 30 unknowns. */
public class CholeskySolveBenchmark extends GradientBenchmark {

    private final double[][] aBar = new double[30][30];
    private final double[] bBar = new double[30];
    private final HandWrittenCholeskySolve hand = new HandWrittenCholeskySolve();
    private double[][] a;
    private double[] b;
    private double[] target;

    /** Creates the state; {@link #setUp} fills it. */
    public CholeskySolveBenchmark() {}

    @Setup
    @Override
    public void setUp() {
        Random random = new Random(20260107);
        a = RandomInputs.positiveDefinite(random, 30);
        b = RandomInputs.gaussian(random, 30, 1.0);
        target = RandomInputs.gaussian(random, 30, 1.0);
    }

    @Override
    double value() {
        return CholeskySolve.loss(a, b, target);
    }

    @Override
    double byHand() {
        return hand.valueAndGradient(a, b, target, aBar, bBar);
    }

    @Override
    double byProcessor() {
        return CholeskySolveDerivatives.lossValueAndGradient(a, b, target, aBar, bBar, workspace);
    }

    @Override
    Object[] bars() {
        return new Object[] {aBar, bBar};
    }
}
