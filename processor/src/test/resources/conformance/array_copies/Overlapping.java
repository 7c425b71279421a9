package conformance.array_copies;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], int 0, int 1, int 4
// args: double[5], int 1, int 0, int 4
// args: double[5], int 2, int 2, int 3
// args: double[5], int 0, int 3, int 2
/** Within one array, in both directions. */
public final class Overlapping {

    private Overlapping() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int from, int to, int count) {
        double s = 0;
        System.arraycopy(a, 0, a, 1, 3);
        s += a[0] * a[1] * a[3];
        System.arraycopy(a, 2, a, 1, 2);
        System.arraycopy(a, from, a, to, count);
        double[][] m = {{a[0], a[1], a[2]}, {a[3], a[4], 1}};
        for (int i = 0; i < 2; i++) {
            System.arraycopy(m[0], 0, m[i], 1, 2);
        }
        shift(a, a, count - 1);
        for (int i = 0; i < 5; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s + m[0][1] * m[0][2] + m[1][1] * m[1][2];
    }

    private static void shift(double[] from, double[] to, int count) {
        System.arraycopy(from, 0, to, 1, count);
    }
}
