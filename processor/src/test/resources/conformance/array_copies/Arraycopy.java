package conformance.array_copies;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double[5], int 0, int 1, int 3
// args: double[4], double[5], int 2, int 0, int 2
// args: double[4], double[5], int 1, int 1, int 0
// args: double[4], double[5], int -1, int 1, int 2
// args: double[4], double[5], int 1, int 4, int 2
// args: double[4], double[5], int 3, int 0, int 2
// args: double[4], double[5], int 0, int 0, int -1
/** Between two arrays, and the exceptions of wrong ranges. */
public final class Arraycopy {

    private Arraycopy() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, int from, int to, int count) {
        double s = b[1] * b[2];
        System.arraycopy(a, from, b, to, count);
        double[] c = new double[a.length + 1];
        System.arraycopy(a, 0, c, 1, a.length);
        for (int i = 0; i < b.length; i++) {
            s += b[i] * b[i] * c[i];
        }
        return s;
    }
}
