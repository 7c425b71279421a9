package conformance.dead_code;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int = 1, int = 0
// args: double[3], int = 3, int = 0
// args: double[3], int = 1, int = -1
/** What is stored where nobody reads it throws all the same: in a copy and in the row of a local matrix. */
public final class ThrowingStores {

    private ThrowingStores() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] b, int n, int k) {
        double[] copy = b.clone();
        copy[n] = b[0];
        double[][] rows = new double[2][3];
        double[] row = rows[1];
        row[k + 1] = b[1];
        rows[0][k + 1] += b[1];
        row[k] *= 2;
        return b[0] * b[1];
    }
}
