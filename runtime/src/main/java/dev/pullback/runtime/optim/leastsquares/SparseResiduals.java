package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.sparse.NormalMatrix;
import dev.pullback.runtime.sparse.SparseCholesky;
import dev.pullback.runtime.sparse.SparseMatrix;
import java.util.Objects;

/** Residuals with their Jacobian as a sparse matrix; steps by the normal equations, {@code (J^T J + damping D^2) d = -J^T r}. */
final class SparseResiduals extends WeightedResiduals {

    private final SparseResidualFunction function;
    private final SparseMatrix jacobian;
    private final NormalMatrix normal;
    private final SparseCholesky cholesky;
    private final double[] side;
    private final double[] diagonal;
    private final double[] product;

    /** Checks the arguments of a fit. */
    static SparseResiduals of(SparseResidualFunction function, RobustLoss loss, double[] start) {
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(start, "start is null");
        if (start.length != function.pattern().columns()) {
            throw new IllegalArgumentException("start has length " + start.length + ", expected "
                    + function.pattern().columns() + ", the columns of the pattern");
        }
        return new SparseResiduals(function, loss);
    }

    private SparseResiduals(SparseResidualFunction function, RobustLoss loss) {
        super(loss, function.pattern().rows(), function.pattern().columns());
        this.function = function;
        jacobian = new SparseMatrix(function.pattern());
        normal = new NormalMatrix(function.pattern());
        cholesky = new SparseCholesky(normal.matrix().pattern());
        side = new double[scale.length];
        diagonal = new double[scale.length];
        product = new double[plain.length];
    }

    @Override
    void evaluate(double[] point, double[] residuals) {
        function.residuals(point, residuals);
    }

    @Override
    void evaluateWithJacobian(double[] point) {
        function.residualsAndJacobian(point, plain, jacobian);
    }

    @Override
    void scaleRow(int row, double root) {
        jacobian.scaleRow(row, root);
    }

    @Override
    void multiplyTransposed(double[] gradient) {
        jacobian.multiplyTransposed(weighted, gradient);
    }

    @Override
    void linearize() {
        SparseMatrix squares = normal.compute(jacobian);
        for (int j = 0; j < scale.length; j++) {
            scale[j] = Math.max(scale[j], Math.sqrt(squares.get(j, j)));
        }
        jacobian.multiplyTransposed(weighted, side);
    }

    @Override
    boolean step(double[] step) {
        return cholesky.decompose(normal.matrix()) && solve(step);
    }

    @Override
    boolean dampedStep(double damping, double[] step) {
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = damping * (scale[j] > 0.0 ? scale[j] * scale[j] : 1.0);
        }
        return cholesky.decompose(normal.matrix(), diagonal) && solve(step);
    }

    private boolean solve(double[] step) {
        for (int j = 0; j < step.length; j++) {
            step[j] = -side[j];
        }
        cholesky.solve(step);
        return true;
    }

    @Override
    double squareOfProduct(double[] step) {
        jacobian.multiply(step, product);
        double square = 0.0;
        for (double entry : product) {
            square += entry * entry;
        }
        return square;
    }

    SparseLeastSquaresResult result(OptimizationResult optimization) {
        return new SparseLeastSquaresResult(optimization, plain.clone());
    }
}
