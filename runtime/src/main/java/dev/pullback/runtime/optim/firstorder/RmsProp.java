package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;

/**
 * RMSprop: the gradient over a running root of its mean square.
 *
 * <p>{@code s = decay s + (1 - decay) g^2}, {@code theta = theta - rate g / (sqrt(s) + epsilon)}.
 *
 * <p>Source: Tieleman and Hinton 2012, "Lecture 6.5 - RMSprop: Divide the Gradient by a Running Average of its Recent
 * Magnitude".
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class RmsProp extends FirstOrderMethod {

    private final double decay;
    private final double epsilon;

    /**
     * Creates the optimizer with a constant learning rate, decay 0.9 and epsilon 1e-8.
     *
     * @param learningRate the learning rate, finite and not negative
     * @throws IllegalArgumentException if the rate is out of range
     */
    public RmsProp(double learningRate) {
        this(Schedule.constant(learningRate), 0.9, 1e-8);
    }

    /**
     * Creates the optimizer.
     *
     * @param learningRate the learning rate over the steps
     * @param decay the decay of the mean of squares, in [0, 1)
     * @param epsilon added to the denominator, positive
     * @throws IllegalArgumentException if a number is out of range
     */
    public RmsProp(Schedule learningRate, double decay, double epsilon) {
        super(learningRate, "meanSquare");
        this.decay = Arguments.requireDecay(decay, "decay");
        this.epsilon = Arguments.requirePositive(epsilon, "epsilon");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] meanSquare = vector(0);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double s = decay * meanSquare[i] + (1.0 - decay) * (g * g);
            meanSquare[i] = s;
            parameters[i] -= rate * g / (Math.sqrt(s) + epsilon);
        }
    }
}
