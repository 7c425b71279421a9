package dev.pullback.samples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Setup;

/** {@link LstmStep} of 32 inputs and 32 cells. */
public class LstmStepBenchmark extends GradientBenchmark {

    private final double[][] weightsBar = new double[128][65];
    private final double[] stateBar = new double[32];
    private final double[] outputBar = new double[32];
    private double[][] weights;
    private double[] input;
    private double[] state;
    private double[] output;
    private double[] target;

    /** Creates the state; {@link #setUp} fills it. */
    public LstmStepBenchmark() {}

    @Setup
    @Override
    public void setUp() {
        Random random = new Random(20260107);
        weights = RandomInputs.gaussian(random, 128, 65, 0.2);
        input = RandomInputs.gaussian(random, 32, 1.0);
        state = RandomInputs.gaussian(random, 32, 1.0);
        output = RandomInputs.gaussian(random, 32, 1.0);
        target = RandomInputs.gaussian(random, 32, 1.0);
    }

    @Override
    double value() {
        return LstmStep.loss(weights, input, state, output, target);
    }

    @Override
    double byHand() {
        return HandWrittenLstmStep.valueAndGradient(
                weights, input, state, output, target, weightsBar, stateBar, outputBar);
    }

    @Override
    double byProcessor() {
        return LstmStepDerivatives.lossValueAndGradient(
                weights, input, state, output, target, weightsBar, stateBar, outputBar, workspace);
    }

    @Override
    Object[] bars() {
        return new Object[] {weightsBar, stateBar, outputBar};
    }
}
