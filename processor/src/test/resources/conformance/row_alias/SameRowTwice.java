package conformance.row_alias;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2], int 0
// args: double[2][2], int 1
/** Two names for what may be one row. */
public final class SameRowTwice {

    private SameRowTwice() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, int k) {
        double[] a = m[0];
        double[] b = m[k];
        double s = 0;
        for (int i = 0; i < 2; i++) {
            a[i] = a[i] * b[i] + 1;
            b[i] = b[i] * a[i];
            s += a[i] * b[1 - i];
        }
        return s;
    }
}
