package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;

/**
 * Nesterov's accelerated gradient, written for gradients at the parameters themselves: {@code v = decay v + g}, {@code theta
 * = theta - rate (g + decay v)}.
 *
 * <p>Source: Nesterov 1983, "A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k^2)"; in this form
 * Bengio, Boulanger-Lewandowski and Pascanu 2013, "Advances in Optimizing Recurrent Networks", section 3.5.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class Nesterov extends FirstOrderMethod {

    private final double decay;

    /**
     * Creates the optimizer with a constant learning rate.
     *
     * @param learningRate the learning rate, finite and not negative
     * @param decay the share of the velocity that stays, in [0, 1), often 0.9
     * @throws IllegalArgumentException if a number is out of range
     */
    public Nesterov(double learningRate, double decay) {
        this(Schedule.constant(learningRate), decay);
    }

    /**
     * Creates the optimizer.
     *
     * @param learningRate the learning rate over the steps
     * @param decay the share of the velocity that stays, in [0, 1), often 0.9
     * @throws IllegalArgumentException if the decay is out of range
     */
    public Nesterov(Schedule learningRate, double decay) {
        super(learningRate, "velocity");
        this.decay = Arguments.requireDecay(decay, "decay");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] velocity = vector(0);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double v = decay * velocity[i] + g;
            velocity[i] = v;
            parameters[i] -= rate * (g + decay * v);
        }
    }
}
