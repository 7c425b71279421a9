package dev.pullback.ddogleg;

import dev.pullback.runtime.Objective;
import java.util.Objects;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;

/**
 * An objective as {@code UnconstrainedMinimization.setFunction(..)} takes it, as function and gradient in one object.
 *
 * <pre>{@code
 * var objective = new DdoglegObjective(LensDerivatives.errorObjective(points), 9);
 * minimizer.setFunction(objective, objective, 0.0);
 * }</pre>
 *
 * <p>Belongs to one thread if the objective does.
 */
public final class DdoglegObjective implements FunctionNtoS, FunctionNtoN {
    private final Objective objective;
    private final int dimension;

    /**
     * Wraps an objective.
     *
     * @param objective the function
     * @param dimension the number of its independents, positive
     * @throws IllegalArgumentException if {@code dimension} is not positive
     */
    public DdoglegObjective(Objective objective, int dimension) {
        this.objective = Objects.requireNonNull(objective, "objective is null");
        if (dimension <= 0) {
            throw new IllegalArgumentException("dimension must be positive, is " + dimension);
        }
        this.dimension = dimension;
    }

    @Override
    public int getNumOfInputsN() {
        return dimension;
    }

    @Override
    public int getN() {
        return dimension;
    }

    @Override
    public double process(double[] point) {
        return objective.value(point);
    }

    @Override
    public void process(double[] point, double[] gradient) {
        objective.valueAndGradient(point, gradient);
    }
}
