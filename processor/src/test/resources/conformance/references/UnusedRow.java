package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2], int 1
// args: double[2][2], int 2
/** Java looks a row up even if nobody uses it. */
public final class UnusedRow {

    private UnusedRow() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, int n) {
        double[] row = m[0];
        double s = row[0] * row[1];
        row = m[n];
        return s;
    }
}
