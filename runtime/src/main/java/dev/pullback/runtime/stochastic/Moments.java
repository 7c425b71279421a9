package dev.pullback.runtime.stochastic;

/**
 * Means and variances of a sequence of vectors.
 *
 * <p>Source: Welford 1962, "Note on a method for calculating corrected sums of squares and products".
 */
final class Moments {
    private final double[] means;
    private final double[] squares;
    private int count;

    Moments(int length) {
        means = new double[length];
        squares = new double[length];
    }

    void add(double... values) {
        count++;
        for (int i = 0; i < means.length; i++) {
            double before = values[i] - means[i];
            means[i] += before / count;
            squares[i] += before * (values[i] - means[i]);
        }
    }

    double[] means() {
        return means;
    }

    /** The variances of the means. */
    double[] variancesOfMeans() {
        double[] result = new double[squares.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = squares[i] / (count - 1.0) / count;
        }
        return result;
    }

    static ExpectationEstimate estimate(Moments value, Moments gradient) {
        return new ExpectationEstimate(
                value.means[0], value.variancesOfMeans()[0], gradient.means, gradient.variancesOfMeans(), value.count);
    }

    static void requireArguments(double[] parameters, int samples) {
        java.util.Objects.requireNonNull(parameters, "parameters is null");
        if (samples < 2) {
            throw new IllegalArgumentException("samples must be at least 2, is " + samples);
        }
    }
}
