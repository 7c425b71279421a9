package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** Cholesky of a matrix that has its lower half only. */
public final class LowerTriangle {

    private LowerTriangle() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        double[][] l = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            l[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                double s = x[i] * x[j];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                l[i][j] = s / l[j][j];
            }
            double d = x[i] * x[i] + 3;
            for (int k = 0; k < i; k++) {
                d -= l[i][k] * l[i][k];
            }
            l[i][i] = Math.sqrt(d + c * c);
        }
        return l[3][3] * l[2][1] + l[3][0];
    }
}
