package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;

/**
 * Gradient descent with momentum, the heavy ball: {@code v = decay v + g}, {@code theta = theta - rate v}.
 *
 * <p>In the long run a step is {@code 1 / (1 - decay)} times that of {@link Sgd} with the same rate.
 *
 * <p>Source: Polyak 1964, "Some Methods of Speeding up the Convergence of Iteration Methods".
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class Momentum extends FirstOrderMethod {

    private final double decay;

    /**
     * Creates the optimizer with a constant learning rate.
     *
     * @param learningRate the learning rate, finite and not negative
     * @param decay the share of the velocity that stays, in [0, 1), often 0.9
     * @throws IllegalArgumentException if a number is out of range
     */
    public Momentum(double learningRate, double decay) {
        this(Schedule.constant(learningRate), decay);
    }

    /**
     * Creates the optimizer.
     *
     * @param learningRate the learning rate over the steps
     * @param decay the share of the velocity that stays, in [0, 1), often 0.9
     * @throws IllegalArgumentException if the decay is out of range
     */
    public Momentum(Schedule learningRate, double decay) {
        super(learningRate, "velocity");
        this.decay = Arguments.requireDecay(decay, "decay");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] velocity = vector(0);
        for (int i = 0; i < parameters.length; i++) {
            double v = decay * velocity[i] + gradient[i];
            velocity[i] = v;
            parameters[i] -= rate * v;
        }
    }
}
