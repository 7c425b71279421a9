package dev.pullback.samples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Setup;

/** {@link Sabr} of one option. */
public class SabrBenchmark extends GradientBenchmark {

    private final double[] bars = new double[5];
    private double forward;

    /** Creates the state; {@link #setUp} fills it. */
    public SabrBenchmark() {}

    @Setup
    @Override
    public void setUp() {
        Random random = new Random(20260107);
        forward = 0.03 + 0.001 * random.nextDouble();
    }

    @Override
    double value() {
        return Sabr.volatility(forward, 0.04, 5.0, 0.05, 0.5, -0.3, 0.4);
    }

    @Override
    double byHand() {
        return HandWrittenSabr.valueAndGradient(forward, 0.04, 5.0, 0.05, 0.5, -0.3, 0.4, bars);
    }

    @Override
    double byProcessor() {
        return SabrDerivatives.volatilityValueAndGradient(forward, 0.04, 5.0, 0.05, 0.5, -0.3, 0.4, bars, workspace);
    }

    @Override
    Object[] bars() {
        return new Object[] {bars};
    }
}
