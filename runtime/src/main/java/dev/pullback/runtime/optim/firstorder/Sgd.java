package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;

/**
 * Gradient descent, called stochastic when the gradient is that of a minibatch: {@code theta = theta - rate g}.
 *
 * <p>Source: Cauchy 1847, "Méthode générale pour la résolution des systèmes d'équations simultanées"; with noisy gradients
 * Robbins and Monro 1951, "A Stochastic Approximation Method".
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class Sgd extends FirstOrderMethod {

    /**
     * Creates the optimizer with a constant learning rate.
     *
     * @param learningRate the learning rate, finite and not negative
     * @throws IllegalArgumentException if the rate is out of range
     */
    public Sgd(double learningRate) {
        this(Schedule.constant(learningRate));
    }

    /**
     * Creates the optimizer.
     *
     * @param learningRate the learning rate over the steps
     */
    public Sgd(Schedule learningRate) {
        super(learningRate);
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * gradient[i];
        }
    }
}
