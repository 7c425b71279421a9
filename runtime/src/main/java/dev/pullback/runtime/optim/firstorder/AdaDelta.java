package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;

/**
 * AdaDelta: steps as long as the recent ones, so that a learning rate of 1 has the right unit.
 *
 * <pre>{@code
 * s     = decay s + (1 - decay) g^2
 * delta = g sqrt(d + epsilon) / sqrt(s + epsilon)
 * d     = decay d + (1 - decay) delta^2
 * theta = theta - rate delta
 * }</pre>
 *
 * <p>Source: Zeiler 2012, "ADADELTA: An Adaptive Learning Rate Method", algorithm 1.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class AdaDelta extends FirstOrderMethod {

    private final double decay;
    private final double epsilon;

    /** Creates the optimizer with the paper's settings: rate 1, decay 0.95, epsilon 1e-6. */
    public AdaDelta() {
        this(Schedule.constant(1.0), 0.95, 1e-6);
    }

    /**
     * Creates the optimizer.
     *
     * @param learningRate a factor of the steps, 1 in the paper
     * @param decay the decay of both means, in [0, 1)
     * @param epsilon sets the length of the first steps, positive
     * @throws IllegalArgumentException if a number is out of range
     */
    public AdaDelta(Schedule learningRate, double decay, double epsilon) {
        super(learningRate, "meanSquare", "meanSquareStep");
        this.decay = Arguments.requireDecay(decay, "decay");
        this.epsilon = Arguments.requirePositive(epsilon, "epsilon");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] meanSquare = vector(0);
        double[] meanSquareStep = vector(1);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double s = decay * meanSquare[i] + (1.0 - decay) * (g * g);
            double delta = g * Math.sqrt(meanSquareStep[i] + epsilon) / Math.sqrt(s + epsilon);
            meanSquare[i] = s;
            meanSquareStep[i] = decay * meanSquareStep[i] + (1.0 - decay) * (delta * delta);
            parameters[i] -= rate * delta;
        }
    }
}
