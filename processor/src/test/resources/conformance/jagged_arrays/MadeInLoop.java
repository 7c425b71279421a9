package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double, int 0
// args: double[3], double, int 3
/** A matrix of another shape in each iteration, overwritten after it was read. */
public final class MadeInLoop {

    private MadeInLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c, int n) {
        double s = c;
        for (int r = 0; r < n; r++) {
            double[][] m = new double[3][];
            for (int i = 0; i < 3; i++) {
                m[i] = new double[i + r + 1];
                for (int j = 0; j < m[i].length; j++) {
                    m[i][j] = x[i] * s + j;
                }
            }
            for (int i = 0; i < 3; i++) {
                s += m[i][i] * m[2][0] * 0.01;
                m[i][0] = s;
            }
            s *= m[1][0] * 0.1;
        }
        return s * x[0];
    }
}
