package dev.pullback.commonsmath;

import dev.pullback.runtime.Objective;
import java.util.Objects;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;

/** An objective as Commons Math's scalar optimizers take it: two entries of their optimization data. */
public final class CommonsMathObjectives {
    private CommonsMathObjectives() {}

    /**
     * The value of an objective.
     *
     * @param objective the function; belongs to one thread if it does
     * @return data for {@code optimize(..)}
     */
    public static ObjectiveFunction value(Objective objective) {
        Objects.requireNonNull(objective, "objective is null");
        return new ObjectiveFunction(objective::value);
    }

    /**
     * The gradient of an objective.
     *
     * @param objective the function; belongs to one thread if it does
     * @return data for {@code optimize(..)}; each evaluation returns a new array, as Commons Math may keep it
     */
    public static ObjectiveFunctionGradient gradient(Objective objective) {
        Objects.requireNonNull(objective, "objective is null");
        return new ObjectiveFunctionGradient(point -> {
            double[] gradient = new double[point.length];
            objective.valueAndGradient(point, gradient);
            return gradient;
        });
    }
}
