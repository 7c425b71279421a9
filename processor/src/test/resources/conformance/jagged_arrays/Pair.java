package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** Two matrices made in one loop, one with the lengths of the other's rows, and a third one with as many rows as its first row. */
public final class Pair {

    private Pair() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        double[][] weights = new double[x.length][];
        double[][] inputs = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            int width = x.length - i;
            inputs[i] = new double[width];
            double[] w = new double[inputs[i].length];
            for (int j = 0; j < w.length; j++) {
                inputs[i][j] = x[i] * (j + c);
                w[j] = Math.cos(inputs[i][j]) * x[j];
            }
            weights[i] = w;
        }
        double[][] sums = new double[weights[0].length][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new double[] {c, x[i], weights[i][0] * inputs[i][0]};
        }
        double s = 0;
        for (double[] row : sums) {
            s += row[0] * row[1] * row[2];
            row[2] += s;
        }
        return s * sums[1][2];
    }
}
