package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[3]
/** A matrix, one array as two components, and one component. */
public final class Matrices {

    private Matrices() {}

    /** A layer. */
    public record Layer(double[][] weights, double[] bias, double[] same) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static Layer f(double[][] w, double[] x) {
        double[][] out = new double[w.length][x.length];
        double[] sums = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < x.length; j++) {
                out[i][j] = w[i][j] * x[j] * x[j];
                sums[i] += Math.tanh(out[i][j]);
            }
        }
        return new Layer(out, sums, sums);
    }
}
