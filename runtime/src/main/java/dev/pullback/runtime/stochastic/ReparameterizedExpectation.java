package dev.pullback.runtime.stochastic;

import dev.pullback.runtime.Objective;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The gradient of {@code E f(theta, noise)}, where the noise does not depend on the parameters: the mean of f's gradients. It is unbiased
 * if f is continuous in theta.
 *
 * <p>The variance is mostly far below that of {@link ScoreFunctionExpectation}.
 *
 * <p>Source: Kingma and Welling 2014, "Auto-encoding variational Bayes"; Mohamed et al. 2020, "Monte Carlo gradient
 * estimation in machine learning", section 5.
 *
 * <p>Immutable, and thread-safe if the functions are. The same seed gives the same estimate.
 */
public final class ReparameterizedExpectation {
    private final Integrand integrand;
    private final Noise noise;
    private final int noiseLength;

    /** Draws noise that knows nothing of the parameters. */
    @FunctionalInterface
    public interface Noise {

        /**
         * Draws once.
         *
         * @param random the source of randomness; no other is to be used
         * @param sample receives the noise, all entries
         */
        void draw(RandomGenerator random, double[] sample);
    }

    /**
     * For a function and its noise.
     *
     * @param integrand f and its gradient with respect to the parameters
     * @param noise draws the noise
     * @param noiseLength the length of the noise, at least 1
     * @throws NullPointerException if a function is null
     * @throws IllegalArgumentException if the length is less than 1
     */
    public ReparameterizedExpectation(Integrand integrand, Noise noise, int noiseLength) {
        this.integrand = Objects.requireNonNull(integrand, "integrand is null");
        this.noise = Objects.requireNonNull(noise, "noise is null");
        if (noiseLength < 1) {
            throw new IllegalArgumentException("noiseLength must be at least 1, is " + noiseLength);
        }
        this.noiseLength = noiseLength;
    }

    /**
     * Independent standard normal numbers.
     *
     * @return noise of any length
     */
    public static Noise standardNormal() {
        return (random, sample) -> {
            for (int i = 0; i < sample.length; i++) {
                sample[i] = random.nextGaussian();
            }
        };
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
        double[] sample = new double[noiseLength];
        double[] gradient = new double[parameters.length];
        Moments values = new Moments(1);
        Moments gradients = new Moments(parameters.length);
        for (int i = 0; i < samples; i++) {
            noise.draw(random, sample);
            values.add(integrand.valueAndGradient(parameters, sample, gradient));
            gradients.add(gradient);
        }
        return Moments.estimate(values, gradients);
    }

    /**
     * The mean over a fixed set of samples, a function like any other: every evaluation draws the same noise. Its minimum comes near that
     * of the expectation as the number of samples grows.
     *
     * @param samples how many, at least 2
     * @param seed where the random numbers start
     * @return the function, for optimizers
     * @throws IllegalArgumentException if there are less than 2 samples
     */
    public Objective sampleAverage(int samples, long seed) {
        Moments.requireArguments(new double[0], samples);
        return new Objective() {
            @Override
            public double value(double[] point) {
                return estimate(point, samples, seed).value();
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                ExpectationEstimate estimate = estimate(point, samples, seed);
                System.arraycopy(estimate.gradient(), 0, gradient, 0, point.length);
                return estimate.value();
            }
        };
    }
}
