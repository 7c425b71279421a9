package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/**
 * The gradient of {@link Gmm} by hand, in the shape of the primal: per data point, forward over the components,
 * then their responsibilities, then backward over the components.
 *
 * <p>What a point's backward half needs is kept per component, {@code x - mu} and {@code Q (x - mu)}. Factors that
 * depend on the component alone ({@code exp(q)}, the sum of {@code q}) are multiplied in once, after all points.
 */
public final class HandWrittenGmm {

    private final int components;
    private final int dimension;
    private final double[][] expq;
    private final double[] sumq;
    private final double[][] centered;
    private final double[][] scaled;
    private final double[] responsibility;
    private final double[] scaledBar;

    /**
     * Creates the scratch space; an instance belongs to one thread.
     *
     * @param components number of components, K
     * @param dimension dimension of the data, D
     */
    public HandWrittenGmm(int components, int dimension) {
        this.components = components;
        this.dimension = dimension;
        expq = new double[components][dimension];
        sumq = new double[components];
        centered = new double[components][dimension];
        scaled = new double[components][dimension];
        responsibility = new double[components];
        scaledBar = new double[dimension];
    }

    /**
     * Computes the objective, bit for bit that of the primal, and overwrites the bars with its gradient.
     *
     * @param alpha logarithms of the mixture weights
     * @param mu means
     * @param icf inverse covariance factors
     * @param x data
     * @param gamma scale of the Wishart prior
     * @param m excess degrees of freedom of the Wishart prior
     * @param alphaBar receives the gradient by alpha
     * @param muBar receives the gradient by mu
     * @param icfBar receives the gradient by icf
     * @return the objective
     */
    public double valueAndGradient(
            double[] alpha,
            double[][] mu,
            double[][] icf,
            double[][] x,
            double gamma,
            int m,
            double[] alphaBar,
            double[][] muBar,
            double[][] icfBar) {
        Arrays.fill(alphaBar, 0);
        for (int k = 0; k < components; k++) {
            Arrays.fill(muBar[k], 0);
            Arrays.fill(icfBar[k], 0);
        }
        GmmTerms.expAndSum(icf, expq, sumq);
        double logLikelihood = 0;
        for (double[] point : x) {
            for (int k = 0; k < components; k++) {
                double squaredNorm = forward(point, mu[k], icf[k], expq[k], centered[k], scaled[k]);
                responsibility[k] = alpha[k] + sumq[k] - 0.5 * squaredNorm;
            }
            logLikelihood += GmmTerms.softmaxInPlace(responsibility);
            for (int k = 0; k < components; k++) {
                alphaBar[k] += responsibility[k];
                backward(responsibility[k], icf[k], expq[k], centered[k], scaled[k], muBar[k], icfBar[k]);
            }
        }
        double prior = GmmTerms.finishFactors(icf, expq, sumq, gamma, m, alphaBar, icfBar);
        double weights = GmmTerms.subtractWeights(x.length, alpha, responsibility, alphaBar);
        return -0.5 * x.length * dimension * Math.log(2 * Gmm.PI)
                + logLikelihood
                - weights
                + prior
                - components * Gmm.logWishartNormalizer(dimension, gamma, m);
    }

    /** Sets centered and scaled; returns the squared norm of the latter. */
    private double forward(
            double[] point, double[] mean, double[] factor, double[] diagonal, double[] centered, double[] scaled) {
        for (int i = 0; i < dimension; i++) {
            double difference = point[i] - mean[i];
            centered[i] = difference;
            scaled[i] = diagonal[i] * difference;
        }
        int l = dimension;
        for (int i = 0; i < dimension; i++) {
            double difference = centered[i];
            for (int j = i + 1; j < dimension; j++) {
                scaled[j] += factor[l++] * difference;
            }
        }
        double squaredNorm = 0;
        for (int i = 0; i < dimension; i++) {
            squaredNorm += scaled[i] * scaled[i];
        }
        return squaredNorm;
    }

    /** Adds one point's share; the diagonal's is still to be multiplied by {@code exp(q)}. */
    private void backward(
            double weight,
            double[] factor,
            double[] diagonal,
            double[] centered,
            double[] scaled,
            double[] meanBar,
            double[] factorBar) {
        for (int i = 0; i < dimension; i++) {
            scaledBar[i] = -weight * scaled[i];
        }
        int l = dimension;
        for (int i = 0; i < dimension; i++) {
            double difference = centered[i];
            double diagonalBar = scaledBar[i];
            factorBar[i] += diagonalBar * difference;
            double differenceBar = diagonal[i] * diagonalBar;
            for (int j = i + 1; j < dimension; j++) {
                double bar = scaledBar[j];
                factorBar[l] += bar * difference;
                differenceBar += factor[l] * bar;
                l++;
            }
            meanBar[i] -= differenceBar;
        }
    }
}
