package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, int 3
// args: double, double, int 5
/** A tree of prices: the row has a name before and after it is stored. */
public final class NamedRows {

    private NamedRows() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y, int n) {
        double[][] t = new double[n][];
        for (int i = 0; i < t.length; i++) {
            double[] row = new double[i + 1];
            row[0] = x;
            row[i] = row[i] + y;
            for (int j = 1; j < i; j++) {
                row[j] = t[i - 1][j - 1] * x + t[i - 1][j] * y;
            }
            t[i] = row;
            row[0] *= y;
        }
        return t[n - 1][2] * t[n - 2][1] + t[0][0];
    }
}
