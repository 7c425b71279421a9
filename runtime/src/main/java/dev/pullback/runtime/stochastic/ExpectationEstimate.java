package dev.pullback.runtime.stochastic;

/**
 * An expectation and its gradient, estimated from samples.
 *
 * @param value the mean of the function
 * @param valueVariance the variance of that mean: that of one sample over their number
 * @param gradient the gradient of the expectation, one entry per parameter
 * @param gradientVariance the variance of each entry
 * @param samples the number of samples
 */
public record ExpectationEstimate(
        double value, double valueVariance, double[] gradient, double[] gradientVariance, int samples) {

    /**
     * The standard deviation of an entry of the gradient.
     *
     * @param entry the index of the parameter
     * @return the square root of its variance
     */
    public double gradientStandardError(int entry) {
        return Math.sqrt(gradientVariance[entry]);
    }
}
