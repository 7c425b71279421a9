package dev.pullback.hipparchus;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.MultivariateFunction;

/** Counts evaluations and remembers the best of them, which Hipparchus forgets when the budget ends. */
final class BestPoint implements MultivariateFunction {
    private final ToDoubleFunction<double[]> function;
    private double[] point;
    private double value = Double.POSITIVE_INFINITY;
    private long evaluations;

    BestPoint(ToDoubleFunction<double[]> function, double[] start) {
        this.function = function;
        this.point = start.clone();
    }

    /** The value; infinity for NaN, which compares as neither better nor worse and would end the search anywhere. */
    @Override
    public double value(double[] candidate) {
        evaluations++;
        double candidateValue = function.applyAsDouble(candidate);
        if (candidateValue < value) {
            value = candidateValue;
            point = candidate.clone();
        }
        return Double.isNaN(candidateValue) ? Double.POSITIVE_INFINITY : candidateValue;
    }

    OptimizationResult result(long iterations, StopReason reason, String message) {
        return new OptimizationResult(point, value, Double.NaN, iterations, evaluations, reason, message);
    }
}
