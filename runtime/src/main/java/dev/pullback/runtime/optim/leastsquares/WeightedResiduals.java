package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.Objective;
import java.util.Arrays;

/**
 * Residuals as an objective: half the sum of losses, with the weighted residuals and, in the subclasses, the weighted Jacobian of the
 * last point where the gradient was asked for, and the steps that follow from them. All arrays are allocated at construction.
 */
abstract class WeightedResiduals implements Objective {

    /** The residuals of the last gradient, without weights. */
    final double[] plain;

    /** The residuals times the roots of their weights. */
    final double[] weighted;

    /** For each parameter the largest norm of its column of the Jacobian so far. */
    final double[] scale;

    private final RobustLoss loss;
    private final double[] trial;

    WeightedResiduals(RobustLoss loss, int residuals, int parameters) {
        if (residuals < 1) {
            throw new IllegalArgumentException("function has " + residuals + " residuals");
        }
        this.loss = loss;
        plain = new double[residuals];
        trial = new double[residuals];
        weighted = new double[residuals];
        scale = new double[parameters];
    }

    /** Evaluates the residuals. */
    abstract void evaluate(double[] point, double[] residuals);

    /** Evaluates the plain residuals and the Jacobian, without weights. */
    abstract void evaluateWithJacobian(double[] point);

    /** Multiplies a row of the Jacobian with the root of its weight. */
    abstract void scaleRow(int row, double root);

    /** {@code gradient = J^T weighted}. */
    abstract void multiplyTransposed(double[] gradient);

    /** Prepares steps from the point of the last gradient and brings {@link #scale} up to date. */
    abstract void linearize();

    /** The step d that minimizes {@code |J d + r|^2}; false if it is not unique. */
    abstract boolean step(double[] step);

    /** The step d that minimizes {@code |J d + r|^2 + damping |D d|^2} with D from {@link #scale}; false if rounding prevents it. */
    abstract boolean dampedStep(double damping, double[] step);

    /** {@code |J d|^2}. */
    abstract double squareOfProduct(double[] step);

    /** How much the linear model predicts half the sum to fall by the damped step; NaN if there is no step. */
    double predict(double damping, double[] step) {
        if (!dampedStep(damping, step)) {
            return Double.NaN;
        }
        double predicted = 0.5 * squareOfProduct(step);
        for (int i = 0; i < step.length; i++) {
            double scaled = scale[i] * step[i];
            predicted += damping * scaled * scaled;
        }
        return predicted;
    }

    @Override
    public double value(double[] point) {
        evaluate(point, trial);
        return sum(trial);
    }

    /** How much the value at a point is below that of the last gradient, term by term; NaN if it is not finite. */
    double decreaseTo(double[] point) {
        evaluate(point, trial);
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
        evaluateWithJacobian(point);
        Arrays.fill(gradient, 0.0);
        for (int i = 0; i < plain.length; i++) {
            double root = Math.sqrt(loss.derivative(plain[i] * plain[i]));
            weighted[i] = root * plain[i];
            if (root != 1.0) {
                scaleRow(i, root);
            }
        }
        multiplyTransposed(gradient);
        return sum(plain);
    }

    private double sum(double[] residuals) {
        double sum = 0.0;
        for (double r : residuals) {
            sum += loss.value(r * r);
        }
        return 0.5 * sum;
    }
}
