package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[2], double[2][2], double[2], passive double[4][2]
// seeds: 2
/** The log likelihood of a small mixture: a local array per data point. */
public final class GaussianMixture {

    private GaussianMixture() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] alpha, double[][] mean, double[] logSigma, @Passive double[][] data) {
        double total = 0;
        for (int i = 0; i < data.length; i++) {
            double[] term = new double[2];
            for (int k = 0; k < 2; k++) {
                double q = 0;
                for (int j = 0; j < 2; j++) {
                    double d = (data[i][j] - mean[k][j]) * Math.exp(-logSigma[k]);
                    q += d * d;
                }
                term[k] = alpha[k] - 2 * logSigma[k] - 0.5 * q;
            }
            double m = Math.max(term[0], term[1]);
            total += m + Math.log(Math.exp(term[0] - m) + Math.exp(term[1] - m));
        }
        return total;
    }
}
