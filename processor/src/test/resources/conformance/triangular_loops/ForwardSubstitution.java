package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4][4] in [1, 2], double[4]
/** A lower triangular solve. */
public final class ForwardSubstitution {

    private ForwardSubstitution() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] l, double[] b) {
        double[] x = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            double s = b[i];
            for (int j = 0; j < i; j++) {
                s -= l[i][j] * x[j];
            }
            x[i] = s / l[i][i];
        }
        double norm = 0;
        for (double v : x) {
            norm += v * v;
        }
        return norm;
    }
}
