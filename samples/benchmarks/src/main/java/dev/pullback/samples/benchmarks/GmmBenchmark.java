package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Workspace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@link Gmm} on three problems of ADBench with 1000 points each.
 *
 * <p>The warm-up is long, because a call of milliseconds needs seconds to be called as often as the compiler wants.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class GmmBenchmark {

    /** The problem. */
    @Param({"gmm_1k_d2_K5", "gmm_1k_d10_K5", "gmm_1k_d10_K25"})
    public String input;

    private GmmData in;
    private double[] alphaBar;
    private double[][] muBar;
    private double[][] icfBar;
    private HandWrittenGmm handWritten;
    private TunedGmm tuned;
    private final Workspace workspace = new Workspace();

    /** Creates the state; {@link #setUp} fills it. */
    public GmmBenchmark() {}

    /** Makes the input. */
    @Setup
    public void setUp() {
        in = GmmData.load(input);
        int components = in.alpha().length;
        int dimension = in.mu()[0].length;
        alphaBar = new double[components];
        muBar = new double[components][dimension];
        icfBar = new double[components][in.icf()[0].length];
        handWritten = new HandWrittenGmm(components, dimension);
        tuned = new TunedGmm(components, dimension);
    }

    /**
     * The primal.
     *
     * @return the value
     */
    @Benchmark
    public double primal() {
        return Gmm.objective(in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m());
    }

    /**
     * Value and gradient, by hand in the shape of the primal.
     *
     * @return the value
     */
    @Benchmark
    public double handWritten() {
        return handWritten.valueAndGradient(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), alphaBar, muBar, icfBar);
    }

    /**
     * Value and gradient, by hand with restructured loops.
     *
     * @return the value
     */
    @Benchmark
    public double tuned() {
        return tuned.valueAndGradient(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), alphaBar, muBar, icfBar);
    }

    /**
     * Value and gradient, generated from the primal.
     *
     * @return the value
     */
    @Benchmark
    public double generated() {
        return GmmDerivatives.objectiveValueAndGradient(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), alphaBar, muBar, icfBar, workspace);
    }
}
