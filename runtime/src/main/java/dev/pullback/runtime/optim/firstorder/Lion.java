package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;

/**
 * Lion: all parameters move by the same length, in the direction of a sign.
 *
 * <pre>{@code
 * theta = theta - rate (sign(beta1 m + (1 - beta1) g) + weightDecay theta)
 * m     = beta2 m + (1 - beta2) g
 * }</pre>
 *
 * <p>Rates are three to ten times smaller than those of {@link AdamW}, decays as much larger.
 *
 * <p>Source: Chen, Liang, Huang, Real, Wang, Liu, Pham, Dong, Luong, Hsieh, Lu and Le 2023, "Symbolic Discovery of
 * Optimization Algorithms", algorithm 2.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class Lion extends FirstOrderMethod {

    private final double beta1;
    private final double beta2;
    private final double weightDecay;

    /**
     * Creates the optimizer with a constant learning rate, beta1 0.9, beta2 0.99 and no weight decay.
     *
     * @param learningRate the learning rate, finite and not negative
     * @throws IllegalArgumentException if the rate is out of range
     */
    public Lion(double learningRate) {
        this(Schedule.constant(learningRate), 0.9, 0.99, 0.0);
    }

    /**
     * Creates the optimizer.
     *
     * @param learningRate the learning rate over the steps
     * @param beta1 the share of the mean in the direction, in [0, 1)
     * @param beta2 the decay of the mean, in [0, 1)
     * @param weightDecay the strength of the decay, not negative
     * @throws IllegalArgumentException if a number is out of range
     */
    public Lion(Schedule learningRate, double beta1, double beta2, double weightDecay) {
        super(learningRate, "mean");
        this.beta1 = Arguments.requireDecay(beta1, "beta1");
        this.beta2 = Arguments.requireDecay(beta2, "beta2");
        this.weightDecay = Arguments.requireNotNegative(weightDecay, "weightDecay");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] mean = vector(0);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = mean[i];
            double direction = Math.signum(beta1 * m + (1.0 - beta1) * g);
            mean[i] = beta2 * m + (1.0 - beta2) * g;
            parameters[i] -= rate * (direction + weightDecay * parameters[i]);
        }
    }
}
