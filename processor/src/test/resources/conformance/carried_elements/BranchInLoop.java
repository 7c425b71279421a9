package conformance.carried_elements;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double
// seeds: 5
/** Not of the kind: an iteration may leave an element alone, or the array has two names. */
public final class BranchInLoop {

    private BranchInLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double p) {
        double[] y = new double[x.length];
        double[][] m = new double[2][x.length];
        double[] first = m[0];
        for (int t = 1; t < x.length; t++) {
            y[t] = x[t] > 0 ? p * y[t - 1] : x[t];
            first[t] = x[t] * m[0][t - 1] + p;
            m[1][t] = m[1][t - 1] * first[t] + p * x[t];
        }
        return y[x.length - 1] * first[x.length - 1] + m[1][x.length - 1];
    }
}
