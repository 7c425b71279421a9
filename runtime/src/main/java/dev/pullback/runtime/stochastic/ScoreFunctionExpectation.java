package dev.pullback.runtime.stochastic;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The gradient of {@code E f(theta, z)}, z drawn from a density that depends on the parameters:
 *
 * <pre>{@code
 * E [ grad f(theta, z) + (f(theta, z) - b) grad log p(z; theta) ]
 * }</pre>
 *
 * <p>The samples may be discrete, and f need not be continuous in z. The baseline b of a sample is the mean of f over the others, which
 * keeps the estimate unbiased and its variance low. The variance reported takes the terms for independent, which they are but
 * for the baseline.
 *
 * <p>Source: Williams 1992, "Simple statistical gradient-following algorithms for connectionist reinforcement learning"; the
 * baseline is that of Kool, van Hoof and Welling 2019, "Buy 4 REINFORCE samples, get a baseline for free!".
 *
 * <p>Immutable, and thread-safe if the functions are. The same seed gives the same estimate.
 */
public final class ScoreFunctionExpectation {
    private final Integrand integrand;
    private final Sampler sampler;
    private final Integrand logDensity;
    private final int sampleLength;

    /** Draws samples from the density. */
    @FunctionalInterface
    public interface Sampler {

        /**
         * Draws once.
         *
         * @param parameters theta; not modified
         * @param random the source of randomness; no other is to be used
         * @param sample receives the sample, all entries
         */
        void draw(double[] parameters, RandomGenerator random, double[] sample);
    }

    /**
     * For a function and the density of its samples.
     *
     * @param integrand f and its gradient with respect to the parameters for a given sample, which is zero if f does not know them
     * @param sampler draws from the density
     * @param logDensity the logarithm of the density, or of the probability, and its gradient with respect to the parameters
     * @param sampleLength the length of a sample, at least 1
     * @throws NullPointerException if a function is null
     * @throws IllegalArgumentException if the length is less than 1
     */
    public ScoreFunctionExpectation(Integrand integrand, Sampler sampler, Integrand logDensity, int sampleLength) {
        this.integrand = Objects.requireNonNull(integrand, "integrand is null");
        this.sampler = Objects.requireNonNull(sampler, "sampler is null");
        this.logDensity = Objects.requireNonNull(logDensity, "logDensity is null");
        if (sampleLength < 1) {
            throw new IllegalArgumentException("sampleLength must be at least 1, is " + sampleLength);
        }
        this.sampleLength = sampleLength;
    }

    /**
     * Estimates the expectation and its gradient.
     *
     * @param parameters theta; not modified
     * @param samples how many, at least 2
     * @param seed where the random numbers start
     * @return the estimate
     * @throws NullPointerException if the parameters are null
     * @throws IllegalArgumentException if there are less than 2 samples
     */
    public ExpectationEstimate estimate(double[] parameters, int samples, long seed) {
        Moments.requireArguments(parameters, samples);
        RandomGenerator random = new SplittableRandom(seed);
        double[] sample = new double[sampleLength];
        double[] values = new double[samples];
        double[][] direct = new double[samples][parameters.length];
        double[][] scores = new double[samples][parameters.length];
        Moments moments = new Moments(1);
        for (int i = 0; i < samples; i++) {
            sampler.draw(parameters, random, sample);
            values[i] = integrand.valueAndGradient(parameters, sample, direct[i]);
            logDensity.valueAndGradient(parameters, sample, scores[i]);
            moments.add(values[i]);
        }
        double mean = moments.means()[0];
        Moments gradients = new Moments(parameters.length);
        for (int i = 0; i < samples; i++) {
            // f less the mean of the others is n / (n - 1) times f less the mean of all.
            double advantage = (values[i] - mean) * samples / (samples - 1.0);
            for (int j = 0; j < parameters.length; j++) {
                direct[i][j] += advantage * scores[i][j];
            }
            gradients.add(direct[i]);
        }
        return Moments.estimate(moments, gradients);
    }
}
