package conformance.row_alias;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double
/** Writing through the alias changes the matrix. */
public final class WriteRow {

    private WriteRow() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double x) {
        double[][] c = new double[2][3];
        for (int i = 0; i < 2; i++) {
            double[] row = c[i];
            for (int j = 0; j < 3; j++) {
                row[j] = m[i][j] * x;
            }
            row[0] *= c[i][1] * row[2];
        }
        return c[0][0] * c[1][0] + c[1][2];
    }
}
