package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;

/**
 * AdamW: Adam with weight decay that does not pass through the moments.
 *
 * <p>{@code theta = theta - rate (mHat / (sqrt(vHat) + epsilon) + weightDecay theta)} with the moments of {@link Adam}: the
 * decay is as strong for parameters with large gradients as for others.
 *
 * <p>Source: Loshchilov and Hutter 2019, "Decoupled Weight Decay Regularization", algorithm 2; the schedule multiplies both
 * terms.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class AdamW extends AdaptiveMoments {

    private final double weightDecay;

    /**
     * Creates the optimizer.
     *
     * @param settings learning rate, decays and epsilon, as those of {@link Adam}
     * @param weightDecay the strength of the decay, not negative, often 0.01
     * @throws IllegalArgumentException if the decay is out of range
     */
    public AdamW(Adam.Settings settings, double weightDecay) {
        super(settings, "firstMoment", "secondMoment");
        this.weightDecay = Arguments.requireNotNegative(weightDecay, "weightDecay");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] firstMoment = vector(0);
        double[] secondMoment = vector(1);
        double firstCorrection = 1.0 - Vectors.power(beta1, steps());
        double secondCorrection = 1.0 - Vectors.power(beta2, steps());
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = beta1 * firstMoment[i] + (1.0 - beta1) * g;
            double v = beta2 * secondMoment[i] + (1.0 - beta2) * (g * g);
            firstMoment[i] = m;
            secondMoment[i] = v;
            double direction = (m / firstCorrection) / (Math.sqrt(v / secondCorrection) + epsilon);
            parameters[i] -= rate * (direction + weightDecay * parameters[i]);
        }
    }
}
