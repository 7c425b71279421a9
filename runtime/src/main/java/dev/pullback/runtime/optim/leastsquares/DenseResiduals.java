package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;

/** Residuals with their Jacobian as a dense matrix; steps by its decomposition, which never squares its condition. */
final class DenseResiduals extends WeightedResiduals {

    private final ResidualFunction function;
    private final double[][] jacobian;
    private final double[][] reduced;
    private final double[] reducedSide;
    private final double[][] stacked;
    private final double[] stackedSide;

    DenseResiduals(ResidualFunction function, RobustLoss loss, int parameters) {
        super(loss, function.size(), parameters);
        this.function = function;
        int rows = Math.max(plain.length, parameters);
        jacobian = new double[plain.length][parameters];
        reduced = new double[rows][parameters];
        reducedSide = new double[rows];
        stacked = new double[2 * parameters][parameters];
        stackedSide = new double[2 * parameters];
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
        Vectors.scale(root, jacobian[row]);
    }

    @Override
    void multiplyTransposed(double[] gradient) {
        for (int i = 0; i < weighted.length; i++) {
            Vectors.addScaled(weighted[i], jacobian[i], gradient);
        }
    }

    /** Decomposes the Jacobian, once for all lambdas that are tried. */
    @Override
    void linearize() {
        for (double[] row : reduced) {
            Arrays.fill(row, 0.0);
        }
        Arrays.fill(reducedSide, 0.0);
        for (int i = 0; i < weighted.length; i++) {
            Vectors.copy(jacobian[i], reduced[i]);
            reducedSide[i] = -weighted[i];
        }
        for (int j = 0; j < scale.length; j++) {
            double norm = 0.0;
            for (double[] row : jacobian) {
                norm = Math.hypot(norm, row[j]);
            }
            scale[j] = Math.max(scale[j], norm);
        }
        HouseholderQr.reduce(reduced, reducedSide);
    }

    @Override
    boolean step(double[] step) {
        return HouseholderQr.solve(reduced, reducedSide, step);
    }

    @Override
    boolean dampedStep(double damping, double[] step) {
        int n = step.length;
        double root = Math.sqrt(damping);
        for (int i = 0; i < n; i++) {
            Arrays.fill(stacked[i], 0, i, 0.0);
            System.arraycopy(reduced[i], i, stacked[i], i, n - i);
            stackedSide[i] = reducedSide[i];
            Arrays.fill(stacked[n + i], 0.0);
            stacked[n + i][i] = root * (scale[i] > 0.0 ? scale[i] : 1.0);
            stackedSide[n + i] = 0.0;
        }
        HouseholderQr.reduce(stacked, stackedSide);
        return HouseholderQr.solve(stacked, stackedSide, step);
    }

    @Override
    double squareOfProduct(double[] step) {
        double square = 0.0;
        for (int i = 0; i < step.length; i++) {
            double product = 0.0;
            for (int j = i; j < step.length; j++) {
                product += reduced[i][j] * step[j];
            }
            square += product * product;
        }
        return square;
    }

    /** The result with the covariance {@code variance (J^T J)^-1} by the decomposition of J. */
    LeastSquaresResult result(OptimizationResult optimization) {
        return new LeastSquaresResult(optimization, plain.clone(), covariance(optimization.value()));
    }

    private double[][] covariance(double value) {
        int parameters = scale.length;
        double[][] r = new double[jacobian.length][];
        for (int i = 0; i < r.length; i++) {
            r[i] = jacobian[i].clone();
        }
        double[][] covariance = new double[parameters][parameters];
        int freedom = r.length - parameters;
        if (freedom <= 0) {
            fillWithNaN(covariance);
            return covariance;
        }
        HouseholderQr.reduce(r, new double[r.length]);
        double variance = 2.0 * value / freedom;
        double[][] inverse = new double[parameters][parameters];
        double[] unit = new double[parameters];
        for (int j = 0; j < parameters; j++) {
            unit[j] = 1.0;
            if (!HouseholderQr.solve(r, unit, inverse[j])) {
                fillWithNaN(covariance);
                return covariance;
            }
            unit[j] = 0.0;
        }
        for (int i = 0; i < parameters; i++) {
            for (int j = 0; j < parameters; j++) {
                double sum = 0.0;
                for (int k = 0; k < parameters; k++) {
                    sum += inverse[k][i] * inverse[k][j];
                }
                covariance[i][j] = variance * sum;
            }
        }
        return covariance;
    }

    private static void fillWithNaN(double[][] matrix) {
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
    }
}
