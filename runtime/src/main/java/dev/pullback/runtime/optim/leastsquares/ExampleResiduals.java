package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import dev.pullback.runtime.sparse.SparseMatrix;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** One residual per example, each of a few parameters: its own are gathered, its gradient goes into its row of the Jacobian. */
final class ExampleResiduals<E> implements SparseResidualFunction {

    private final List<E> examples;
    private final ExampleLoss<E> residual;
    private final SparsityPattern pattern;
    private final int[][] indices;
    /** Where in its row of the pattern, which is in the order of the parameters, each of a residual's own ones stands. */
    private final int[][] places;

    private final Workspace workspace = new Workspace();
    /** Buffers for a residual's own parameters, and for its gradient, by their number. */
    private final double[][] locals;

    private final double[][] gradients;

    ExampleResiduals(int parameters, List<E> examples, Function<? super E, int[]> indicesOf, ExampleLoss<E> residual) {
        this.examples = List.copyOf(examples);
        this.residual = Objects.requireNonNull(residual, "residual is null").forThread();
        Objects.requireNonNull(indicesOf, "indices is null");
        if (this.examples.isEmpty()) {
            throw new IllegalArgumentException("examples is empty");
        }
        indices = new int[this.examples.size()][];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = indicesOf.apply(this.examples.get(i)).clone();
        }
        pattern = SparsityPattern.of(parameters, indices);
        int most = Arrays.stream(indices).mapToInt(own -> own.length).max().orElse(0);
        locals = new double[most + 1][];
        gradients = new double[most + 1][];
        places = new int[indices.length][];
        int[] starts = pattern.rowStarts();
        int[] columns = pattern.columnIndices();
        for (int i = 0; i < indices.length; i++) {
            int count = indices[i].length;
            locals[count] = new double[count];
            gradients[count] = new double[count];
            places[i] = new int[count];
            for (int k = 0; k < count; k++) {
                places[i][k] = Arrays.binarySearch(columns, starts[i], starts[i + 1], indices[i][k]);
            }
        }
    }

    @Override
    public SparsityPattern pattern() {
        return pattern;
    }

    @Override
    public void residuals(double[] point, double[] residuals) {
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = evaluate(point, i);
        }
    }

    @Override
    public void residualsAndJacobian(double[] point, double[] residuals, SparseMatrix jacobian) {
        double[] values = jacobian.values();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = evaluate(point, i);
            double[] gradient = gradients[places[i].length];
            for (int k = 0; k < gradient.length; k++) {
                values[places[i][k]] = gradient[k];
            }
        }
    }

    private double evaluate(double[] point, int i) {
        int[] own = indices[i];
        double[] local = locals[own.length];
        for (int k = 0; k < own.length; k++) {
            local[k] = point[own[k]];
        }
        return residual.valueAndGradient(local, examples.get(i), gradients[own.length], workspace);
    }
}
