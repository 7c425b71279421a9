package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/**
 * The gradient of {@link Gmm}, restructured beyond the shape of the primal.
 *
 * <ul>
 *   <li>The transposed product {@code Q^T v}, half of the backward work, is linear: the vectors are summed over the
 *       points and multiplied once per component.
 *   <li>The triangle is copied row by row, so that every entry of {@code Q (x - mu)} is one sum in a register.
 * </ul>
 */
public final class TunedGmm {

    private final int components;
    private final int dimension;
    private final double[][] expq;
    private final double[] sumq;
    private final double[][] triangle;
    private final double[][] centered;
    private final double[][] scaled;
    private final double[][] scaledBarSum;
    private final double[] responsibility;
    private final double[] scaledBar;

    /**
     * Creates the scratch space; an instance belongs to one thread.
     *
     * @param components number of components, K
     * @param dimension dimension of the data, D
     */
    public TunedGmm(int components, int dimension) {
        this.components = components;
        this.dimension = dimension;
        expq = new double[components][dimension];
        sumq = new double[components];
        triangle = new double[components][dimension * (dimension - 1) / 2];
        centered = new double[components][dimension];
        scaled = new double[components][dimension];
        scaledBarSum = new double[components][dimension];
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
            Arrays.fill(scaledBarSum[k], 0);
            Arrays.fill(icfBar[k], 0);
            copyByRows(icf[k], triangle[k]);
        }
        GmmTerms.expAndSum(icf, expq, sumq);
        double logLikelihood = 0;
        for (double[] point : x) {
            for (int k = 0; k < components; k++) {
                double squaredNorm = forward(point, mu[k], triangle[k], expq[k], centered[k], scaled[k]);
                responsibility[k] = alpha[k] + sumq[k] - 0.5 * squaredNorm;
            }
            logLikelihood += GmmTerms.softmaxInPlace(responsibility);
            for (int k = 0; k < components; k++) {
                alphaBar[k] += responsibility[k];
                backward(responsibility[k], centered[k], scaled[k], scaledBarSum[k], icfBar[k]);
            }
        }
        for (int k = 0; k < components; k++) {
            finishMean(icf[k], expq[k], scaledBarSum[k], muBar[k]);
        }
        double prior = GmmTerms.finishFactors(icf, expq, sumq, gamma, m, alphaBar, icfBar);
        double weights = GmmTerms.subtractWeights(x.length, alpha, responsibility, alphaBar);
        return -0.5 * x.length * dimension * Math.log(2 * Gmm.PI)
                + logLikelihood
                - weights
                + prior
                - components * Gmm.logWishartNormalizer(dimension, gamma, m);
    }

    /** Copies the strictly lower triangle, stored by columns behind the diagonal, row by row. */
    private void copyByRows(double[] factor, double[] rows) {
        int l = dimension;
        for (int i = 0; i < dimension; i++) {
            for (int j = i + 1; j < dimension; j++) {
                rows[j * (j - 1) / 2 + i] = factor[l++];
            }
        }
    }

    /** Sets centered and scaled; returns the squared norm of the latter. */
    private double forward(
            double[] point, double[] mean, double[] rows, double[] diagonal, double[] centered, double[] scaled) {
        double squaredNorm = 0;
        int l = 0;
        for (int i = 0; i < dimension; i++) {
            double difference = point[i] - mean[i];
            centered[i] = difference;
            double sum = diagonal[i] * difference;
            for (int j = 0; j < i; j++) {
                sum += rows[l++] * centered[j];
            }
            scaled[i] = sum;
            squaredNorm += sum * sum;
        }
        return squaredNorm;
    }

    /** Adds one point's share to the factor's bar and to the sum that {@link #finishMean} transforms. */
    private void backward(double weight, double[] centered, double[] scaled, double[] barSum, double[] factorBar) {
        for (int i = 0; i < dimension; i++) {
            double bar = -weight * scaled[i];
            scaledBar[i] = bar;
            barSum[i] += bar;
            factorBar[i] += bar * centered[i];
        }
        int l = dimension;
        for (int i = 0; i < dimension; i++) {
            double difference = centered[i];
            for (int j = i + 1; j < dimension; j++) {
                factorBar[l++] += scaledBar[j] * difference;
            }
        }
    }

    /** Sets {@code meanBar} to {@code -Q^T barSum}. */
    private void finishMean(double[] factor, double[] diagonal, double[] barSum, double[] meanBar) {
        int l = dimension;
        for (int i = 0; i < dimension; i++) {
            double sum = diagonal[i] * barSum[i];
            for (int j = i + 1; j < dimension; j++) {
                sum += factor[l++] * barSum[j];
            }
            meanBar[i] = -sum;
        }
    }
}
