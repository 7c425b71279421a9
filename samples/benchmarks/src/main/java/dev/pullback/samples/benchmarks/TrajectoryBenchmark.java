package dev.pullback.samples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Setup;

/** {@link Trajectory} of 200 steps. */
public class TrajectoryBenchmark extends GradientBenchmark {

    private final double[] bars = new double[5];
    private final HandWrittenTrajectory hand = new HandWrittenTrajectory();
    private double x;

    /** Creates the state; {@link #setUp} fills it. */
    public TrajectoryBenchmark() {}

    @Setup
    @Override
    public void setUp() {
        Random random = new Random(20260107);
        x = 1.1 + 0.01 * random.nextDouble();
    }

    @Override
    double value() {
        return Trajectory.miss(x, 0.1, 0.05, 0.9, 1.0, 0.02, 200);
    }

    @Override
    double byHand() {
        return hand.valueAndGradient(x, 0.1, 0.05, 0.9, 1.0, 0.02, 200, bars);
    }

    @Override
    double byProcessor() {
        return TrajectoryDerivatives.missValueAndGradient(x, 0.1, 0.05, 0.9, 1.0, 0.02, 200, bars, workspace);
    }

    @Override
    Object[] bars() {
        return new Object[] {bars};
    }
}
