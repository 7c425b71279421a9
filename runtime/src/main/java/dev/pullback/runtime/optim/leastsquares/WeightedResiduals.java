package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;

/**
 * Residuals as an objective: half the sum of losses, with the weighted residuals and the weighted Jacobian of the last point where
 * the gradient was asked for. All arrays are allocated at construction.
 */
final class WeightedResiduals implements Objective {

    private final ResidualFunction function;
    private final RobustLoss loss;
    private final double[] plain;
    private final double[] trial;
    private final double[] weighted;
    private final double[][] jacobian;

    WeightedResiduals(ResidualFunction function, RobustLoss loss, int parameters) {
        int size = function.size();
        if (size < 1) {
            throw new IllegalArgumentException("function has " + size + " residuals");
        }
        this.function = function;
        this.loss = loss;
        plain = new double[size];
        trial = new double[size];
        weighted = new double[size];
        jacobian = new double[size][parameters];
    }

    /** The residuals of the last gradient. */
    double[] residuals() {
        return plain;
    }

    /** The residuals times the roots of their weights. */
    double[] weighted() {
        return weighted;
    }

    /** The Jacobian, its rows times the roots of their weights. */
    double[][] jacobian() {
        return jacobian;
    }

    @Override
    public double value(double[] point) {
        function.residuals(point, trial);
        return sum(trial);
    }

    /** How much the value at a point is below that of the last gradient, term by term; NaN if it is not finite. */
    double decreaseTo(double[] point) {
        function.residuals(point, trial);
        double decrease = 0.0;
        for (int i = 0; i < trial.length; i++) {
            double before = plain[i] * plain[i];
            double after = trial[i] * trial[i];
            decrease += loss.value(before) == before && loss.value(after) == after
                    ? (plain[i] - trial[i]) * (plain[i] + trial[i])
                    : loss.value(before) - loss.value(after);
        }
        return 0.5 * decrease;
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        function.residualsAndJacobian(point, plain, jacobian);
        Arrays.fill(gradient, 0.0);
        for (int i = 0; i < plain.length; i++) {
            double root = Math.sqrt(loss.derivative(plain[i] * plain[i]));
            weighted[i] = root * plain[i];
            if (root != 1.0) {
                Vectors.scale(root, jacobian[i]);
            }
            Vectors.addScaled(weighted[i], jacobian[i], gradient);
        }
        return sum(plain);
    }

    private double sum(double[] residuals) {
        double sum = 0.0;
        for (double r : residuals) {
            sum += loss.value(r * r);
        }
        return 0.5 * sum;
    }

    /** {@code variance (J^T J)^-1} by the decomposition of J. */
    double[][] covariance(double value, int parameters) {
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
