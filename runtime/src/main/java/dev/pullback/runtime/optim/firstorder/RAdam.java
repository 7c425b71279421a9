package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.run.Vectors;

/**
 * RAdam: Adam that trusts its second moment only when enough gradients have entered it, a warm-up of its own.
 *
 * <p>With {@code rhoMax = 2 / (1 - beta2) - 1} and {@code rho = rhoMax - 2 t beta2^t / (1 - beta2^t)} at step t: while {@code
 * rho <= 4} the step is {@code rate mHat}, then that of {@link Adam} times {@code sqrt((rho - 4) (rho - 2) rhoMax / ((rhoMax -
 * 4) (rhoMax - 2) rho))}.
 *
 * <p>Source: Liu, Jiang, He, Chen, Liu, Gao and Han 2020, "On the Variance of the Adaptive Learning Rate and Beyond",
 * algorithm 2.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class RAdam extends AdaptiveMoments {

    /** Creates the optimizer with {@link Adam.Settings#defaults() the usual settings}. */
    public RAdam() {
        this(Adam.Settings.defaults());
    }

    /**
     * Creates the optimizer.
     *
     * @param settings learning rate, decays and epsilon, as those of {@link Adam}
     */
    public RAdam(Adam.Settings settings) {
        super(settings, "firstMoment", "secondMoment");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] firstMoment = vector(0);
        double[] secondMoment = vector(1);
        double firstCorrection = 1.0 - Vectors.power(beta1, steps());
        double secondCorrection = 1.0 - Vectors.power(beta2, steps());
        double factor = rectification(1.0 - secondCorrection);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = beta1 * firstMoment[i] + (1.0 - beta1) * g;
            double v = beta2 * secondMoment[i] + (1.0 - beta2) * (g * g);
            firstMoment[i] = m;
            secondMoment[i] = v;
            double direction = m / firstCorrection;
            if (factor > 0.0) {
                direction *= factor / (Math.sqrt(v / secondCorrection) + epsilon);
            }
            parameters[i] -= rate * direction;
        }
    }

    /** The factor of an adaptive step, or 0 while there is none. */
    private double rectification(double power) {
        double rhoMax = 2.0 / (1.0 - beta2) - 1.0;
        double rho = rhoMax - 2.0 * steps() * power / (1.0 - power);
        return rho <= 4.0
                ? 0.0
                : Math.sqrt((rho - 4.0) * (rho - 2.0) * rhoMax / ((rhoMax - 4.0) * (rhoMax - 2.0) * rho));
    }
}
