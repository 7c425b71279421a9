package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * Adam: gradient descent with bias-corrected running means of the gradient and of its square.
 *
 * <p>Step t = 1, 2, ... with gradient g, entry by entry:
 *
 * <pre>{@code
 * m     = beta1 m + (1 - beta1) g
 * v     = beta2 v + (1 - beta2) g^2
 * theta = theta - rate(t - 1) * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * }</pre>
 *
 * <p>Source: Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 1.
 *
 * <p>An instance holds the state of one run and is not thread-safe. Equal inputs
 * and learning rates give bit-equal results on every machine. The square of a gradient entry beyond 1e154 overflows,
 * which stops that parameter: scale such objectives.
 */
public final class Adam extends AdaptiveMoments {

    /**
     * The settings of {@link Adam}. Start from {@link #defaults()} and change what differs; settings to come then keep
     * their default.
     *
     * @param learningRate the learning rate over the steps
     * @param beta1 the decay of the mean of gradients, in [0, 1)
     * @param beta2 the decay of the mean of squared gradients, in [0, 1)
     * @param epsilon added to the denominator, positive
     */
    public record Settings(Schedule learningRate, double beta1, double beta2, double epsilon) {

        /**
         * Creates settings.
         *
         * @param learningRate the learning rate over the steps
         * @param beta1 the decay of the mean of gradients, in [0, 1)
         * @param beta2 the decay of the mean of squared gradients, in [0, 1)
         * @param epsilon added to the denominator, positive
         * @throws NullPointerException if the learning rate is null
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Settings {
            Objects.requireNonNull(learningRate, "learningRate is null");
            Arguments.requireDecay(beta1, "beta1");
            Arguments.requireDecay(beta2, "beta2");
            Arguments.requirePositive(epsilon, "epsilon");
        }

        /**
         * The settings of the paper: rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-8.
         *
         * @return the default settings
         */
        public static Settings defaults() {
            return new Settings(Schedule.constant(1e-3), 0.9, 0.999, 1e-8);
        }

        /**
         * Changes the learning rate.
         *
         * @param schedule the learning rate over the steps
         * @return changed settings
         */
        public Settings withLearningRate(Schedule schedule) {
            return new Settings(schedule, beta1, beta2, epsilon);
        }

        /**
         * Changes the learning rate to a constant one.
         *
         * @param rate the learning rate of every step
         * @return changed settings
         */
        public Settings withLearningRate(double rate) {
            return withLearningRate(Schedule.constant(rate));
        }

        /**
         * Changes the decay of the mean of gradients.
         *
         * @param decay the decay, in [0, 1)
         * @return changed settings
         */
        public Settings withBeta1(double decay) {
            return new Settings(learningRate, decay, beta2, epsilon);
        }

        /**
         * Changes the decay of the mean of squared gradients.
         *
         * @param decay the decay, in [0, 1)
         * @return changed settings
         */
        public Settings withBeta2(double decay) {
            return new Settings(learningRate, beta1, decay, epsilon);
        }

        /**
         * Changes the number added to the denominator.
         *
         * @param positive the number
         * @return changed settings
         */
        public Settings withEpsilon(double positive) {
            return new Settings(learningRate, beta1, beta2, positive);
        }
    }

    /** Creates the optimizer with the {@link Settings#defaults() settings of the paper}. */
    public Adam() {
        this(Settings.defaults());
    }

    /**
     * Creates the optimizer with a constant learning rate and the paper's other settings.
     *
     * @param learningRate the learning rate
     */
    public Adam(double learningRate) {
        this(Settings.defaults().withLearningRate(learningRate));
    }

    /**
     * Creates the optimizer.
     *
     * @param settings the settings
     */
    public Adam(Settings settings) {
        super(settings, "firstMoment", "secondMoment");
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
            parameters[i] -= rate * (m / firstCorrection) / (Math.sqrt(v / secondCorrection) + epsilon);
        }
    }
}
