package golden.mixture;

import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/** Work arrays that serve one component of one point: a row for each component is kept for the reverse sweep, its bar is not. */
public final class Mixture {

    /** Not to be instantiated. */
    private Mixture() {}

    /**
     * The log-likelihood.
     *
     * @param weight one number per component
     * @param mean one row per component
     * @param points one row per point
     * @return the sum over all points
     */
    @Differentiable
    public static double logLikelihood(double[] weight, double[][] mean, @Passive double[][] points) {
        int dimension = mean[0].length;
        double[] centered = new double[dimension];
        double[] density = new double[weight.length];
        double sum = 0;
        for (double[] point : points) {
            for (int k = 0; k < weight.length; k++) {
                for (int i = 0; i < dimension; i++) {
                    centered[i] = point[i] - mean[k][i];
                }
                double squared = 0;
                for (int i = 0; i < dimension; i++) {
                    squared += centered[i] * centered[i];
                }
                density[k] = weight[k] - 0.5 * squared;
            }
            double total = 0;
            for (double d : density) {
                total += Math.exp(d);
            }
            sum += Math.log(total);
        }
        return sum;
    }
}
