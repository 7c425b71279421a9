package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Workspace;
import java.util.concurrent.TimeUnit;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Derivatives up to the sixth order of {@link Wave}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class TaylorCosts {

    private static final int ORDER = 6;

    private final double[] direction = {1};
    private final double[] coefficients = new double[ORDER + 1];
    private final DSFactory factory = new DSFactory(1, ORDER);
    private final Workspace workspace = new Workspace();
    private final double x = 1.1;

    /** Creates the state. */
    public TaylorCosts() {}

    /**
     * The primal.
     *
     * @return something of it
     */
    @Benchmark
    public double primal() {
        return Wave.height(x);
    }

    /**
     * The Taylor coefficients.
     *
     * @return something of it
     */
    @Benchmark
    public double[] taylor() {
        WaveDerivatives.heightTaylor(x, direction, coefficients, workspace);
        return coefficients;
    }

    /**
     * The derivatives with {@code DerivativeStructure}.
     *
     * @return something of it
     */
    @Benchmark
    public DerivativeStructure taylorOfHipparchus() {
        return Wave.height(factory.variable(0, x));
    }
}
