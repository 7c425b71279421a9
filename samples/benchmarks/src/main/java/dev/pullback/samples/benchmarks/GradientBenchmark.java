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

/** A function and its gradient, by hand and generated: what the cases without variants of their own share. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public abstract class GradientBenchmark {

    /** What generated code works in. */
    protected final Workspace workspace = new Workspace();

    /** Creates the state. */
    protected GradientBenchmark() {}

    /**
     * The primal.
     *
     * @return the value
     */
    @Benchmark
    public double primal() {
        return value();
    }

    /**
     * Value and gradient, by hand in the shape of the primal.
     *
     * @return the value
     */
    @Benchmark
    public double handWritten() {
        return byHand();
    }

    /**
     * Value and gradient, generated from the primal.
     *
     * @return the value
     */
    @Benchmark
    public double generated() {
        return byProcessor();
    }

    /** The value. */
    abstract double value();

    /** Value and gradient by hand. */
    abstract double byHand();

    /** Value and gradient by generated code. */
    abstract double byProcessor();

    /** Makes the input. */
    abstract void setUp();

    /** The arrays that both write the gradient to. */
    abstract Object[] bars();
}
