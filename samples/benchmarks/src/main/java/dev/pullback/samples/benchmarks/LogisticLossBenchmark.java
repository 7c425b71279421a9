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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** {@link LogisticLoss} with 569 examples of 30 features. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class LogisticLossBenchmark {

    private LogisticData in;
    private double[] wBar;
    private final double[] scalarBars = new double[1];
    private final TunedLogisticLoss tuned = new TunedLogisticLoss();
    private final Workspace workspace = new Workspace();

    /** Creates the state; {@link #setUp} fills it. */
    public LogisticLossBenchmark() {}

    /** Makes the input. */
    @Setup
    public void setUp() {
        in = LogisticData.random(569, 30);
        wBar = new double[in.w().length];
    }

    /**
     * The primal.
     *
     * @return the value
     */
    @Benchmark
    public double primal() {
        return LogisticLoss.loss(in.w(), in.b(), in.x(), in.y(), in.lambda());
    }

    /**
     * Value and gradient, by hand in the shape of the primal.
     *
     * @return the value
     */
    @Benchmark
    public double handWritten() {
        return HandWrittenLogisticLoss.valueAndGradient(in.w(), in.b(), in.x(), in.y(), in.lambda(), wBar, scalarBars);
    }

    /**
     * Value and gradient, by hand with restructured loops.
     *
     * @return the value
     */
    @Benchmark
    public double tuned() {
        return tuned.valueAndGradient(in.w(), in.b(), in.x(), in.y(), in.lambda(), wBar, scalarBars);
    }

    /**
     * Value and gradient, generated from the primal.
     *
     * @return the value
     */
    @Benchmark
    public double generated() {
        return LogisticLossDerivatives.lossValueAndGradient(
                in.w(), in.b(), in.x(), in.y(), in.lambda(), wBar, scalarBars, workspace);
    }
}
