package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double, int 2, int 3
// args: double[2], double, int -1, int 3
// args: double[2], double, int 0, int -3
// args: double[2], double, int 2, int -3
// args: double[2], double, int 2, int 1
/** Work arrays of a loop that may not run: then nobody asks how long they are. */
public final class RowsWithoutLoop {

    private RowsWithoutLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, int n, int m) {
        double s = a[0];
        for (int i = 0; i < n; i++) {
            double[] d = new double[2];
            s += x * d[0];
            d[1] = Math.min(x * s, d[0]);
            double[] e = new double[m];
            e[1] = s * a[1];
            e[0] = e[1] * x;
            e[1] *= e[0];
            s = Math.sin(s * e[1]) + d[1];
        }
        return s;
    }
}
