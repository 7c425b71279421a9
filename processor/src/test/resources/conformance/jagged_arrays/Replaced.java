package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** The rows that a matrix is made with are replaced by new ones; a list of neighbours without derivatives beside it. */
public final class Replaced {

    private Replaced() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        int n = x.length;
        int[][] neighbours = new int[n][];
        double[][] weights = new double[n][2];
        for (int i = 0; i < n; i++) {
            int last = Math.min(n, i + 3);
            neighbours[i] = new int[last - i];
            for (int j = i; j < last; j++) {
                neighbours[i][j - i] = j;
            }
            double[] w = new double[neighbours[i].length];
            for (int j = 0; j < w.length; j++) {
                w[j] = Math.exp(-c * (x[i] - x[neighbours[i][j]]));
            }
            weights[i] = w;
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                s += weights[i][j] * x[neighbours[i][j]];
            }
            weights[i][0] = s;
        }
        return s * weights[1][0];
    }
}
