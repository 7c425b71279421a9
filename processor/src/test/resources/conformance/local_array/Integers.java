package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], int 5
/** A permutation is computed and used. */
public final class Integers {

    private Integers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        int[] p = new int[n];
        for (int i = 0; i < n; i++) {
            p[i] = (3 * i + 1) % n;
        }
        double s = 1;
        for (int i = 0; i < n; i++) {
            s = s * a[p[i]] + a[p[p[i]]];
            p[i] = 0;
        }
        return s + a[p[2]];
    }
}
