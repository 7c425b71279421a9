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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What second derivatives of {@link CoupledValley} with 100 variables cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class DenseHessianCosts {

    private final double[] x = RandomInputs.gaussian(new Random(5), 100, 1.0);
    private final double[] gradient = new double[x.length];
    private final double[][] hessian = new double[x.length][x.length];
    private final double[] unit = new double[x.length];
    private final double[] product = new double[x.length];
    private final Workspace workspace = new Workspace();

    /** Creates the state. */
    public DenseHessianCosts() {}

    /**
     * The primal.
     *
     * @return something of it
     */
    @Benchmark
    public double primal() {
        return CoupledValley.height(x);
    }

    /**
     * Value and gradient.
     *
     * @return something of it
     */
    @Benchmark
    public double gradient() {
        return CoupledValleyDerivatives.heightValueAndGradient(x, gradient, workspace);
    }

    /**
     * One product.
     *
     * @return something of it
     */
    @Benchmark
    public double[] hessianVector() {
        CoupledValleyDerivatives.heightHessianVector(x, gradient, product, workspace);
        return product;
    }

    /**
     * One product per unit vector.
     *
     * @return something of it
     */
    @Benchmark
    public double[] hundredProducts() {
        for (int i = 0; i < unit.length; i++) {
            unit[i] = 1.0;
            CoupledValleyDerivatives.heightHessianVector(x, unit, product, workspace);
            unit[i] = 0.0;
        }
        return product;
    }

    /**
     * Value, gradient and the whole Hessian.
     *
     * @return something of it
     */
    @Benchmark
    public double hessian() {
        return CoupledValleyDerivatives.heightGradientAndHessian(x, gradient, hessian, workspace);
    }
}
