package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.run.Vectors;

/**
 * NAdam: Adam with Nesterov's look ahead in the first moment.
 *
 * <p>{@code theta = theta - rate (beta1 m / (1 - beta1^(t+1)) + (1 - beta1) g / (1 - beta1^t)) / (sqrt(vHat) + epsilon)} at
 * step t, with the moments of {@link Adam}.
 *
 * <p>Source: Dozat 2016, "Incorporating Nesterov Momentum into Adam", algorithm 2 with a constant beta1.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class NAdam extends AdaptiveMoments {

    /** Creates the optimizer with {@link Adam.Settings#defaults() the usual settings}. */
    public NAdam() {
        this(Adam.Settings.defaults());
    }

    /**
     * Creates the optimizer.
     *
     * @param settings learning rate, decays and epsilon, as those of {@link Adam}
     */
    public NAdam(Adam.Settings settings) {
        super(settings, "firstMoment", "secondMoment");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] firstMoment = vector(0);
        double[] secondMoment = vector(1);
        double firstCorrection = 1.0 - Vectors.power(beta1, steps());
        double secondCorrection = 1.0 - Vectors.power(beta2, steps());
        double nextCorrection = 1.0 - Vectors.power(beta1, steps() + 1);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = beta1 * firstMoment[i] + (1.0 - beta1) * g;
            double v = beta2 * secondMoment[i] + (1.0 - beta2) * (g * g);
            firstMoment[i] = m;
            secondMoment[i] = v;
            double ahead = beta1 * m / nextCorrection + (1.0 - beta1) * g / firstCorrection;
            parameters[i] -= rate * ahead / (Math.sqrt(v / secondCorrection) + epsilon);
        }
    }
}
