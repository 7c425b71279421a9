package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Workspace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The gradient of 100,000 steps of a {@link Pendulum}, recorded and from snapshots. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class CheckpointCosts {

    private static final double H = 0.001;
    private static final int STEPS = 100_000;

    private final double[] bars = new double[2];
    private final Workspace workspace = new Workspace();
    private final double start = 1.0;
    private final double damping = 0.01;

    /** Creates the state. */
    public CheckpointCosts() {}

    /**
     * The primal.
     *
     * @return the angle at the end
     */
    @Benchmark
    public double primal() {
        return Pendulum.angle(start, damping, H, STEPS);
    }

    /**
     * The gradient, with every step recorded.
     *
     * @return the bars
     */
    @Benchmark
    public double[] gradient() {
        PendulumDerivatives.angleValueAndGradient(start, damping, H, STEPS, bars, workspace);
        return bars;
    }

    /**
     * The gradient, with steps run again from snapshots.
     *
     * @return the bars
     */
    @Benchmark
    public double[] fromSnapshots() {
        PendulumDerivatives.angleFromSnapshotsValueAndGradient(start, damping, H, STEPS, bars, workspace);
        return bars;
    }
}
