package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.run.Arguments;
import java.util.Objects;

/**
 * A penalty on the size of the parameters, {@code l1 sum |theta_i| + l2 / 2 sum theta_i^2}, as a transform of gradients or
 * as a part of an objective.
 *
 * <p>The derivative of {@code |theta|} at 0 is taken as 0. Parameters that become exactly zero come from {@code
 * ProximalGradient}, not from this. For decay that does not pass through the moments of a method see {@link AdamW} and {@link
 * BlockSettings}.
 *
 * <p>Source of the sum of both: Zou and Hastie 2005, "Regularization and Variable Selection via the Elastic Net".
 *
 * @param l1 the factor of the absolute values, not negative
 * @param l2 the factor of half the squares, not negative
 */
public record Penalty(double l1, double l2) implements GradientTransform {

    /**
     * Creates a penalty.
     *
     * @param l1 the factor of the absolute values, not negative
     * @param l2 the factor of half the squares, not negative
     * @throws IllegalArgumentException if a factor is negative or not finite
     */
    public Penalty {
        Arguments.requireNotNegative(l1, "l1");
        Arguments.requireNotNegative(l2, "l2");
    }

    /**
     * The penalty {@code strength sum |theta_i|}.
     *
     * @param strength the factor, not negative
     * @return the penalty
     */
    public static Penalty l1(double strength) {
        return new Penalty(strength, 0.0);
    }

    /**
     * The penalty {@code strength / 2 sum theta_i^2}.
     *
     * @param strength the factor, not negative
     * @return the penalty
     */
    public static Penalty l2(double strength) {
        return new Penalty(0.0, strength);
    }

    /**
     * The elastic net: {@code strength (share sum |theta_i| + (1 - share) / 2 sum theta_i^2)}.
     *
     * @param strength the factor of both, not negative
     * @param share the share of the absolute values, from 0 to 1
     * @return the penalty
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Penalty elasticNet(double strength, double share) {
        if (!(share >= 0.0 && share <= 1.0)) {
            throw new IllegalArgumentException("share must be in [0, 1], is " + share);
        }
        return new Penalty(strength * share, strength * (1.0 - share));
    }

    /**
     * The penalty itself.
     *
     * @param parameters the parameters
     * @return a value that is not negative
     */
    public double value(double[] parameters) {
        double absolutes = 0.0;
        double squares = 0.0;
        for (double theta : parameters) {
            absolutes += Math.abs(theta);
            squares += theta * theta;
        }
        return l1 * absolutes + 0.5 * l2 * squares;
    }

    /** Adds the gradient of the penalty. */
    @Override
    public void apply(double[] parameters, double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += l1 * Math.signum(parameters[i]) + l2 * parameters[i];
        }
    }

    /**
     * An objective with this penalty added to it.
     *
     * @param objective the objective without penalty
     * @return the sum; as thread-safe as the objective
     */
    public Objective on(Objective objective) {
        Objects.requireNonNull(objective, "objective is null");
        return new Objective() {
            @Override
            public double value(double[] point) {
                return objective.value(point) + Penalty.this.value(point);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                double value = objective.valueAndGradient(point, gradient);
                apply(point, gradient);
                return value + Penalty.this.value(point);
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return objective.parameterBlocks(length);
            }
        };
    }
}
