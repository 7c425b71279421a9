package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.data.SumObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The mean of {@link PointLoss} over a million points and its gradient, on one thread and on two. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xms2g")
public class SumScalingBenchmark {

    private static final int POINTS = 1_000_000;
    private static final int FEATURES = 8;

    /** Threads of the pool. */
    @Param({"1", "2"})
    public int threads;

    private ForkJoinPool pool;
    private SumObjective<PointLoss.Point> objective;
    private final double[] w = new double[FEATURES];
    private final double[] gradient = new double[FEATURES];

    /** Creates the state; {@link #setUp} fills it. */
    public SumScalingBenchmark() {}

    /** Makes the points and the pool. */
    @Setup
    public void setUp() {
        Random random = new Random(5);
        List<PointLoss.Point> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            double[] x = RandomInputs.gaussian(random, FEATURES, 1.0);
            points.add(new PointLoss.Point(x, x[0] + random.nextGaussian() > 0.0));
        }
        for (int j = 0; j < FEATURES; j++) {
            w[j] = 0.1 * random.nextGaussian();
        }
        pool = new ForkJoinPool(threads);
        objective = new SumObjective<>(
                points, PointLossDerivatives::lossValueAndGradient, ParameterBlocks.of("w", FEATURES), pool);
    }

    /** Ends the pool. */
    @TearDown
    public void tearDown() {
        pool.shutdown();
    }

    /**
     * Value and gradient.
     *
     * @return the value
     */
    @Benchmark
    public double valueAndGradient() {
        return objective.valueAndGradient(w, gradient);
    }
}
