package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.run.Vectors;

/**
 * AMSGrad: Adam whose second moment never falls, which mends examples where Adam does not converge.
 *
 * <p>{@code vMax = max(vMax, vHat)}, {@code theta = theta - rate mHat / (sqrt(vMax) + epsilon)} with the bias-corrected
 * moments of {@link Adam}; the paper leaves the correction out, implementations commonly have it.
 *
 * <p>Source: Reddi, Kale and Kumar 2018, "On the Convergence of Adam and Beyond", algorithm 2.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class AmsGrad extends AdaptiveMoments {

    /** Creates the optimizer with {@link Adam.Settings#defaults() the usual settings}. */
    public AmsGrad() {
        this(Adam.Settings.defaults());
    }

    /**
     * Creates the optimizer.
     *
     * @param settings learning rate, decays and epsilon, as those of {@link Adam}
     */
    public AmsGrad(Adam.Settings settings) {
        super(settings, "firstMoment", "secondMoment", "largestSecondMoment");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] firstMoment = vector(0);
        double[] secondMoment = vector(1);
        double[] largest = vector(2);
        double firstCorrection = 1.0 - Vectors.power(beta1, steps());
        double secondCorrection = 1.0 - Vectors.power(beta2, steps());
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = beta1 * firstMoment[i] + (1.0 - beta1) * g;
            double v = beta2 * secondMoment[i] + (1.0 - beta2) * (g * g);
            firstMoment[i] = m;
            secondMoment[i] = v;
            double vMax = Math.max(largest[i], v / secondCorrection);
            largest[i] = vMax;
            parameters[i] -= rate * (m / firstCorrection) / (Math.sqrt(vMax) + epsilon);
        }
    }
}
