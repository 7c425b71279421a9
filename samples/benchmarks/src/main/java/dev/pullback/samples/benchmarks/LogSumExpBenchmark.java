package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Workspace;
import java.util.Random;
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

/** {@link LogSumExp} of 1000 numbers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class LogSumExpBenchmark {

    private double[] x;
    private double[] xBar;
    private final Workspace workspace = new Workspace();

    /** Creates the state; {@link #setUp} fills it. */
    public LogSumExpBenchmark() {}

    /** Makes the input. */
    @Setup
    public void setUp() {
        x = RandomInputs.gaussian(new Random(20260103), 1000, 3.0);
        xBar = new double[x.length];
    }

    /**
     * The primal.
     *
     * @return the value
     */
    @Benchmark
    public double primal() {
        return LogSumExp.logSumExp(x);
    }

    /**
     * Value and gradient, by hand in the shape of the primal.
     *
     * @return the value
     */
    @Benchmark
    public double handWritten() {
        return HandWrittenLogSumExp.valueAndGradient(x, xBar);
    }

    /**
     * Value and gradient, generated from the primal.
     *
     * @return the value
     */
    @Benchmark
    public double generated() {
        return LogSumExpDerivatives.logSumExpValueAndGradient(x, xBar, workspace);
    }
}
