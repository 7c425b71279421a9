package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Shapes;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the derivatives of {@link Gmm} cost, ten dimensions, 25 components, 1000 points. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class MixtureCosts {

    private static final int DIRECTIONS = 8;

    private final GmmData in = GmmData.load("gmm_1k_d10_K25");
    private final double[] alphaBar = in.alpha().clone();
    private final double[][] muBar = Shapes.copyOf(in.mu());
    private final double[][] icfBar = Shapes.copyOf(in.icf());
    private final int size = in.alpha().length + Shapes.size(in.mu()) + Shapes.size(in.icf());
    private final double[][] directions = RandomInputs.gaussian(new Random(7), DIRECTIONS, size, 1.0);
    private final double[] tangents = new double[DIRECTIONS];
    private final double[] product = new double[size];
    private final Workspace workspace = new Workspace();

    /** Creates the state. */
    public MixtureCosts() {}

    /**
     * The primal.
     *
     * @return something of it
     */
    @Benchmark
    public double primal() {
        return Gmm.objective(in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m());
    }

    /**
     * Value and gradient.
     *
     * @return something of it
     */
    @Benchmark
    public double gradient() {
        return GmmDerivatives.objectiveValueAndGradient(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), alphaBar, muBar, icfBar, workspace);
    }

    /**
     * One directional derivative.
     *
     * @return something of it
     */
    @Benchmark
    public double pushforward() {
        return GmmDerivatives.objectivePushforward(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), in.alpha(), in.mu(), in.icf(), workspace);
    }

    /**
     * Eight directional derivatives at once.
     *
     * @return something of it
     */
    @Benchmark
    public double[] pushforwardsOfEight() {
        GmmDerivatives.objectivePushforwards(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), directions, tangents, workspace);
        return tangents;
    }

    /**
     * One product with the Hessian.
     *
     * @return something of it
     */
    @Benchmark
    public double[] hessianVector() {
        GmmDerivatives.objectiveHessianVector(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), directions[0], product, workspace);
        return product;
    }

    /** The gradient that {@link #gradient} left times a direction. */
    double slope(int direction) {
        double[] flat = new double[size];
        int next = Shapes.pack(alphaBar, flat, 0);
        next = Shapes.pack(muBar, flat, next);
        Shapes.pack(icfBar, flat, next);
        double sum = 0.0;
        for (int i = 0; i < size; i++) {
            sum += flat[i] * directions[direction][i];
        }
        return sum;
    }
}
