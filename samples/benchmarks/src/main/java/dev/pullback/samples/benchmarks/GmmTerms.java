package dev.pullback.samples.benchmarks;

/** The cheap parts that the hand-written gradients of {@link Gmm} share: all that does not touch the data. */
final class GmmTerms {

    private GmmTerms() {}

    /** Sets the exponentials of the diagonals' logarithms and the sums of these. */
    static void expAndSum(double[][] icf, double[][] expq, double[] sumq) {
        for (int k = 0; k < sumq.length; k++) {
            double sum = 0;
            for (int i = 0; i < expq[k].length; i++) {
                expq[k][i] = Math.exp(icf[k][i]);
                sum += icf[k][i];
            }
            sumq[k] = sum;
        }
    }

    /** Replaces v by its softmax, the gradient of log-sum-exp; returns the latter. */
    static double softmaxInPlace(double[] v) {
        double max = v[0];
        for (int i = 1; i < v.length; i++) {
            max = Math.max(max, v[i]);
        }
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            double exp = Math.exp(v[i] - max);
            v[i] = exp;
            sum += exp;
        }
        double scale = 1 / sum;
        for (int i = 0; i < v.length; i++) {
            v[i] *= scale;
        }
        return max + Math.log(sum);
    }

    /**
     * Adds the prior's gradient and finishes the diagonals': the points' share, held in {@code icfBar}, is
     * multiplied by {@code exp(q)}, and the sum of the responsibilities, held in {@code alphaBar}, is that of
     * {@code sumq}.
     *
     * @return the prior
     */
    static double finishFactors(
            double[][] icf, double[][] expq, double[] sumq, double gamma, int m, double[] alphaBar, double[][] icfBar) {
        double prior = 0;
        for (int k = 0; k < sumq.length; k++) {
            double[] factor = icf[k];
            double[] diagonal = expq[k];
            double[] factorBar = icfBar[k];
            double frobenius = 0;
            for (int i = 0; i < diagonal.length; i++) {
                double exp = diagonal[i];
                frobenius += exp * exp;
                factorBar[i] = factorBar[i] * exp + gamma * gamma * exp * exp - m + alphaBar[k];
            }
            for (int l = diagonal.length; l < factor.length; l++) {
                frobenius += factor[l] * factor[l];
                factorBar[l] += gamma * gamma * factor[l];
            }
            prior += 0.5 * gamma * gamma * frobenius - m * sumq[k];
        }
        return prior;
    }

    /** Subtracts the gradient of {@code points * lse(alpha)} from {@code alphaBar}; returns its value. */
    static double subtractWeights(int points, double[] alpha, double[] scratch, double[] alphaBar) {
        System.arraycopy(alpha, 0, scratch, 0, alpha.length);
        double logSumExp = softmaxInPlace(scratch);
        for (int k = 0; k < alpha.length; k++) {
            alphaBar[k] -= points * scratch[k];
        }
        return points * logSumExp;
    }
}
