package conformance.row_lookups;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[] = {1, 2}, int 2, int 3
// args: double[2][3], double[] = {1, 2}, int 5, int 0
// args: double[][] = {}, double[] = {}, int 1, int 0
/** Rows are looked up only if a loop over their elements runs. */
public final class MayNotExist {

    private MayNotExist() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double[] x, int rows, int columns) {
        double s = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                s += m[i][j] * m[i][j] * x[i];
            }
        }
        double[][] w = new double[m.length][2];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < 2; j++) {
                w[i][j] = m[i][j] * s;
            }
            s += w[i][1] * w[i][0];
        }
        return s;
    }
}
