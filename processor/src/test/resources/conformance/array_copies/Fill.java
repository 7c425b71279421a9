package conformance.array_copies;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;

// args: double[4], double, int 1, int 3
// args: double[4], double, int 2, int 2
// args: double[4], double, int 0, int 4
// args: double[4], double, int 3, int 1
// args: double[4], double, int -1, int 1
// args: double[4], double, int 1, int 5
/** Whole arrays, rows and ranges, and the exceptions of wrong ranges. */
public final class Fill {

    private Fill() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, int from, int to) {
        double s = a[0] * a[1] * a[2] * a[3];
        Arrays.fill(a, from, to, x * a[0]);
        int[] counts = new int[2];
        Arrays.fill(counts, 3);
        double[][] m = new double[2][3];
        Arrays.fill(m[1], 2 * x);
        Arrays.fill(m[0], a[1]);
        boolean[] flags = new boolean[2];
        Arrays.fill(flags, 1, 2, true);
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * counts[1] * m[1][i % 3] * m[0][2];
        }
        Arrays.fill(a, s);
        return flags[0] ? x : s * a[3];
    }
}
