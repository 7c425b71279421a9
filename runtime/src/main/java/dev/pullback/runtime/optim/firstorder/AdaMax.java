package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.run.Vectors;

/**
 * AdaMax: Adam with a decaying maximum in place of the second moment.
 *
 * <p>{@code u = max(beta2 u, |g|)}, {@code theta = theta - rate mHat / (u + epsilon)} with the first moment of {@link Adam}; the
 * paper has no epsilon.
 *
 * <p>Source: Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 2.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class AdaMax extends AdaptiveMoments {

    /** Creates the optimizer with {@link Adam.Settings#defaults() the usual settings}. */
    public AdaMax() {
        this(Adam.Settings.defaults());
    }

    /**
     * Creates the optimizer.
     *
     * @param settings learning rate, decays and epsilon, as those of {@link Adam}
     */
    public AdaMax(Adam.Settings settings) {
        super(settings, "firstMoment", "largestGradient");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] firstMoment = vector(0);
        double[] largest = vector(1);
        double firstCorrection = 1.0 - Vectors.power(beta1, steps());
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = beta1 * firstMoment[i] + (1.0 - beta1) * g;
            double u = Math.max(beta2 * largest[i], Math.abs(g));
            firstMoment[i] = m;
            largest[i] = u;
            parameters[i] -= rate * (m / firstCorrection) / (u + epsilon);
        }
    }
}
