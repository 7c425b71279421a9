package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;

/**
 * AdaGrad: every parameter's rate falls with the sum of its squared gradients; for sparse features.
 *
 * <p>{@code s = s + g^2}, {@code theta = theta - rate g / (sqrt(s) + epsilon)}.
 *
 * <p>Source: Duchi, Hazan and Singer 2011, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", the
 * diagonal method of figure 1.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class AdaGrad extends FirstOrderMethod {

    private final double epsilon;

    /**
     * Creates the optimizer with a constant learning rate and epsilon 1e-10.
     *
     * @param learningRate the learning rate, finite and not negative
     * @throws IllegalArgumentException if the rate is out of range
     */
    public AdaGrad(double learningRate) {
        this(Schedule.constant(learningRate), 1e-10);
    }

    /**
     * Creates the optimizer.
     *
     * @param learningRate the learning rate over the steps
     * @param epsilon added to the denominator, positive
     * @throws IllegalArgumentException if epsilon is out of range
     */
    public AdaGrad(Schedule learningRate, double epsilon) {
        super(learningRate, "squareSum");
        this.epsilon = Arguments.requirePositive(epsilon, "epsilon");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] squareSum = vector(0);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double s = squareSum[i] + g * g;
            squareSum[i] = s;
            parameters[i] -= rate * g / (Math.sqrt(s) + epsilon);
        }
    }
}
