package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][2], int 3
// args: double[3][2], int 1
// args: double[3][2], int 4
/** Rows of a matrix, one behind the other; the last one out of bounds. */
public final class RowCursors {

    private RowCursors() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, int n) {
        double[] before = m[0];
        double s = 0;
        for (int i = 1; i < n; i++) {
            double[] row = m[i];
            row[0] += before[1] * row[1];
            s += row[0] * before[0];
            before = row;
        }
        double[] last = m[n - 1];
        for (double v : before) {
            last = m[0];
            s += v * last[0];
        }
        return s;
    }
}
