package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

/**
 * The Gaussian mixture model of ADBench: log-likelihood of the data under a mixture of normal
 * distributions, plus a Wishart prior on their precision matrices.
 *
 * <p>The square root {@code Q_k} of the precision of component {@code k} is lower triangular. Row {@code
 * k} of {@code icf} holds the logarithms of its diagonal, then the strictly lower triangle column by
 * column.
 */
public final class Gmm {

    /** The constant of ADBench, which cut it here. */
    static final double PI = 3.14159265359;

    private Gmm() {}

    /**
     * The log-posterior of a mixture of K normal distributions in D dimensions, given N points.
     *
     * @param alpha logarithms of the unnormalised mixture weights, K
     * @param mu means, K rows of D
     * @param icf inverse covariance factors, K rows of D(D+1)/2
     * @param x data, N rows of D
     * @param gamma scale of the Wishart prior
     * @param m excess degrees of freedom of the Wishart prior
     * @return the log-posterior, with the signs of ADBench
     */
    @Differentiable(
            wrt = {"alpha", "mu", "icf"},
            derivatives = {Derivative.PUSHFORWARD, Derivative.PUSHFORWARDS, Derivative.HESSIAN_VECTOR})
    public static double objective(double[] alpha, double[][] mu, double[][] icf, double[][] x, double gamma, int m) {
        int components = alpha.length;
        int dimension = mu[0].length;

        double[][] expq = new double[components][dimension];
        double[] sumq = new double[components];
        for (int k = 0; k < components; k++) {
            for (int i = 0; i < dimension; i++) {
                expq[k][i] = Math.exp(icf[k][i]);
                sumq[k] += icf[k][i];
            }
        }

        double[] centered = new double[dimension];
        double[] scaled = new double[dimension];
        double[] logDensity = new double[components];
        double logLikelihood = 0;
        for (double[] point : x) {
            for (int k = 0; k < components; k++) {
                double[] factor = icf[k];
                for (int i = 0; i < dimension; i++) {
                    centered[i] = point[i] - mu[k][i];
                    scaled[i] = expq[k][i] * centered[i];
                }
                int l = dimension;
                for (int i = 0; i < dimension; i++) {
                    for (int j = i + 1; j < dimension; j++) {
                        scaled[j] += factor[l] * centered[i];
                        l++;
                    }
                }
                double squaredNorm = 0;
                for (int i = 0; i < dimension; i++) {
                    squaredNorm += scaled[i] * scaled[i];
                }
                logDensity[k] = alpha[k] + sumq[k] - 0.5 * squaredNorm;
            }
            logLikelihood += logSumExp(logDensity);
        }

        double prior = 0;
        for (int k = 0; k < components; k++) {
            double frobenius = 0;
            for (int i = 0; i < dimension; i++) {
                frobenius += expq[k][i] * expq[k][i];
            }
            for (int l = dimension; l < icf[k].length; l++) {
                frobenius += icf[k][l] * icf[k][l];
            }
            prior += 0.5 * gamma * gamma * frobenius - m * sumq[k];
        }

        return -0.5 * x.length * dimension * Math.log(2 * PI)
                + logLikelihood
                - x.length * logSumExp(alpha)
                + prior
                - components * logWishartNormalizer(dimension, gamma, m);
    }

    private static double logSumExp(double[] v) {
        double max = v[0];
        for (int i = 1; i < v.length; i++) {
            max = Math.max(max, v[i]);
        }
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += Math.exp(v[i] - max);
        }
        return max + Math.log(sum);
    }

    static double logWishartNormalizer(int dimension, double gamma, int m) {
        int degrees = dimension + m + 1;
        double logGamma = 0.25 * dimension * (dimension - 1) * Math.log(PI);
        for (int j = 1; j <= dimension; j++) {
            logGamma += logGammaOfHalf(degrees + 1 - j);
        }
        return degrees * dimension * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
    }

    /** The logarithm of {@code Gamma(n / 2)} for {@code n > 0}, by its recurrence from 1/2 or from 1. */
    private static double logGammaOfHalf(int n) {
        double sum = n % 2 == 0 ? 0.0 : 0.5 * Math.log(Math.PI);
        for (int i = n - 2; i > 0; i -= 2) {
            sum += Math.log(0.5 * i);
        }
        return sum;
    }
}
