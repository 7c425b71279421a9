package conformance.row_alias;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3], double[3]
/** Rows by name. */
public final class ReadRow {

    private ReadRow() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double[] x) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            double[] row = m[i];
            double dot = 0;
            for (int j = 0; j < row.length; j++) {
                dot += row[j] * x[j];
            }
            s += Math.tanh(dot);
        }
        return s;
    }
}
