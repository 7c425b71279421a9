package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.MatrixProduct;
import dev.pullback.runtime.sparse.SparseJacobian;
import dev.pullback.runtime.sparse.SparseMatrix;
import dev.pullback.runtime.sparse.SparsityPattern;
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

/** The Jacobian of {@link BundleAdjustment}: 20 cameras, 200 points, 800 observations. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class BundleCosts {

    private final BundleProblem in = BundleProblem.of(20, 200, 800);
    private final MatrixProduct product = in.product();
    private final SparseJacobian sparse = new SparseJacobian(in.pattern());
    private final SparseMatrix matrix = sparse.compute(product);
    private final double[][] dense = new double[3 * 800][in.columns()];
    private final Workspace workspace = new Workspace();

    /** Creates the state. */
    public BundleCosts() {}

    /**
     * The primal.
     *
     * @return something of it
     */
    @Benchmark
    public double[] primal() {
        return in.errors();
    }

    /**
     * The sparse Jacobian, into a matrix with its pattern.
     *
     * @return something of it
     */
    @Benchmark
    public SparseMatrix sparseJacobian() {
        sparse.compute(product, matrix);
        return matrix;
    }

    /**
     * The dense Jacobian.
     *
     * @return something of it
     */
    @Benchmark
    public double[] denseJacobian() {
        return BundleAdjustmentDerivatives.errorsValueAndJacobian(
                in.cameras(), in.points(), in.weights(), in.camera(), in.point(), in.features(), dense, workspace);
    }

    /**
     * The pattern from the index arrays.
     *
     * @return the pattern
     */
    @Benchmark
    public SparsityPattern pattern() {
        return in.ownPattern();
    }

    /**
     * The pattern from one product per column.
     *
     * @return the pattern
     */
    @Benchmark
    public SparsityPattern detectedPattern() {
        return SparsityPattern.detect(3 * 800, in.columns(), product);
    }

    int columns() {
        return in.columns();
    }

    double denseEntry(int row, int column) {
        return dense[row][column];
    }
}
