package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Derivatives of {@link CoupledValley} with ten variables, ours and those of numbers that carry them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class HipparchusCosts {

    private final double[] x = RandomInputs.gaussian(new Random(5), 10, 1.0);
    private final double[] gradient = new double[x.length];
    private final double[][] hessian = new double[x.length][x.length];
    private final double[] unit = new double[x.length];
    private final double[] product = new double[x.length];
    private final Workspace workspace = new Workspace();
    private final DSFactory secondOrder = new DSFactory(x.length, 2);

    /** Creates the state. */
    public HipparchusCosts() {}

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
     * Value and gradient with {@code Gradient}.
     *
     * @return something of it
     */
    @Benchmark
    public Gradient gradientOfHipparchus() {
        Gradient[] variables = new Gradient[x.length];
        Arrays.setAll(variables, i -> Gradient.variable(x.length, i, x[i]));
        return CoupledValley.height(variables);
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

    /**
     * The same with {@code DerivativeStructure}.
     *
     * @return something of it
     */
    @Benchmark
    public DerivativeStructure hessianOfHipparchus() {
        DerivativeStructure[] variables = new DerivativeStructure[x.length];
        Arrays.setAll(variables, i -> secondOrder.variable(i, x[i]));
        return CoupledValley.height(variables);
    }

    double gradientEntry(int i) {
        return gradient[i];
    }

    double hessianEntry(int i, int j) {
        return hessian[i][j];
    }
}
