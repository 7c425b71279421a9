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

/** {@link LeastSquares} with 1000 equations in 100 unknowns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class LeastSquaresBenchmark {

    private LeastSquaresData in;
    private double[] xBar;
    private HandWrittenLeastSquares handWritten;
    private final Workspace workspace = new Workspace();

    /** Creates the state; {@link #setUp} fills it. */
    public LeastSquaresBenchmark() {}

    /** Makes the input. */
    @Setup
    public void setUp() {
        in = LeastSquaresData.random(1000, 100);
        xBar = new double[in.x().length];
        handWritten = new HandWrittenLeastSquares(in.a().length);
    }

    /**
     * The primal.
     *
     * @return the value
     */
    @Benchmark
    public double primal() {
        return LeastSquares.squaredResidual(in.x(), in.a(), in.b());
    }

    /**
     * Value and gradient, by hand in the shape of the primal.
     *
     * @return the value
     */
    @Benchmark
    public double handWritten() {
        return handWritten.valueAndGradient(in.x(), in.a(), in.b(), xBar);
    }

    /**
     * Value and gradient, by hand with restructured loops.
     *
     * @return the value
     */
    @Benchmark
    public double tuned() {
        return TunedLeastSquares.valueAndGradient(in.x(), in.a(), in.b(), xBar);
    }

    /**
     * Value and gradient, generated from the primal.
     *
     * @return the value
     */
    @Benchmark
    public double generated() {
        return LeastSquaresDerivatives.squaredResidualValueAndGradient(in.x(), in.a(), in.b(), xBar, workspace);
    }
}
