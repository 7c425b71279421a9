package dev.pullback.runtime.optim.run;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Progress;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a minimization that all optimizers share: checks of the input, the current point with its value and
 * gradient, the order of listener and criterion, and the result.
 *
 * <p>An optimizer writes {@link #point} and {@link #gradient} and reports every iteration with {@link #advance}.
 */
public final class Run implements Progress {

    /** The function to minimize. */
    public final Objective objective;

    /** The current point; the optimizer writes it. */
    public final double[] point;

    /** The gradient at the current point; the optimizer writes it. */
    public final double[] gradient;

    private final Optimality optimality;
    private final StoppingCriterion stopping;
    private final Listener listener;
    private double value;
    private double previousValue = Double.NaN;
    private double gradientNorm;
    private double stepNorm = Double.NaN;
    private long iteration;
    private long evaluations;

    /** How far a point is from a stationary one; the norm of the gradient where nothing limits the point. */
    @FunctionalInterface
    public interface Optimality {

        /** A number that is not negative, and zero at stationary points only. */
        double at(double[] point, double[] gradient);
    }

    /** Checks the arguments of a minimization. */
    public Run(Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        this(objective, start, stopping, listener, (point, gradient) -> Vectors.norm(gradient));
    }

    /** Checks the arguments of a minimization with a measure of optimality of its own. */
    public Run(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener, Optimality optimality) {
        this.optimality = optimality;
        this.objective = Objects.requireNonNull(objective, "objective is null");
        Objects.requireNonNull(start, "start is null");
        this.stopping = Objects.requireNonNull(stopping, "stopping is null");
        this.listener = Objects.requireNonNull(listener, "listener is null");
        if (start.length == 0) {
            throw new IllegalArgumentException("start is empty");
        }
        Vectors.requireFinite(start, "start");
        this.point = start.clone();
        this.gradient = new double[start.length];
    }

    /** Evaluates the start point, tells the listener and asks the criterion. */
    public @Nullable StopReason begin() {
        value = objective.valueAndGradient(point, gradient);
        evaluations = 1;
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("the objective's value at the start is " + value);
        }
        int bad = Vectors.firstNonFinite(gradient);
        if (bad >= 0) {
            throw new ArithmeticException(
                    "the objective's gradient at the start: " + entry("gradient", bad) + " is " + gradient[bad]);
        }
        gradientNorm = optimality.at(point, gradient);
        stopping.begin();
        return report();
    }

    /** Counts evaluations of the objective since the last call. */
    public void countEvaluations(long count) {
        evaluations += count;
    }

    /** Ends an iteration whose point and gradient, both finite, are in place. */
    public @Nullable StopReason advance(double newValue, double newStepNorm) {
        previousValue = value;
        value = newValue;
        stepNorm = newStepNorm;
        gradientNorm = optimality.at(point, gradient);
        iteration++;
        return report();
    }

    private @Nullable StopReason report() {
        Listener.Decision decision = listener.onIteration(this);
        StopReason reason = stopping.check(this);
        return decision == Listener.Decision.STOP ? StopReason.LISTENER : reason;
    }

    /** The result at the current point. */
    public OptimizationResult finish(StopReason reason) {
        return finish(reason, sentence(reason));
    }

    /** The result at the current point, with a message of its own. */
    public OptimizationResult finish(StopReason reason, String message) {
        return new OptimizationResult(point.clone(), value, gradientNorm, iteration, evaluations, reason, message);
    }

    /** An entry of a flat vector with its index and, where the objective names its parameters, the parameter's name. */
    public String entry(String vector, int index) {
        ParameterBlocks blocks = objective.parameterBlocks(point.length);
        String indexed = vector + "[" + index + "]";
        return blocks.equals(ParameterBlocks.of("parameters", point.length))
                ? indexed
                : indexed + " (" + blocks.nameOf(index) + ")";
    }

    private String sentence(StopReason reason) {
        return switch (reason) {
            case GRADIENT_NORM -> "the gradient norm is " + gradientNorm;
            case LOSS_CHANGE -> "the value changed by " + Math.abs(value - previousValue) + " in the last iteration";
            case PARAMETER_CHANGE -> "the last step had length " + stepNorm;
            case CRITERION -> "the stopping criterion was met";
            case BUDGET -> "the budget is used up: " + iteration + " iterations, " + evaluations + " evaluations";
            case PATIENCE -> "no better value for as many iterations as allowed";
            case LISTENER -> "the listener stopped the run";
            case NO_PROGRESS -> "no step lowers the value any more";
            case NON_FINITE -> "the value or the gradient is not finite";
        };
    }

    @Override
    public long iteration() {
        return iteration;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double previousValue() {
        return previousValue;
    }

    @Override
    public double gradientNorm() {
        return gradientNorm;
    }

    @Override
    public double stepNorm() {
        return stepNorm;
    }

    @Override
    public double pointNorm() {
        return Vectors.norm(point);
    }

    @Override
    public int dimension() {
        return point.length;
    }

    @Override
    public double point(int index) {
        return point[index];
    }

    @Override
    public double gradient(int index) {
        return gradient[index];
    }

    @Override
    public void copyPoint(double[] into) {
        if (into.length != point.length) {
            throw new IllegalArgumentException("into has length " + into.length + ", expected " + point.length);
        }
        System.arraycopy(point, 0, into, 0, point.length);
    }
}
