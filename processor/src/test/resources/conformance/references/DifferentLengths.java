package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[5], int 3
// args: double[5], double[2], int 2
// args: double[3], double[3], int 1
// args: double[3], double[4], int 0
/** A variable takes arguments of different lengths in turn. */
public final class DifferentLengths {

    private DifferentLengths() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, int steps) {
        double[] v = a;
        double s = 0;
        for (int t = 0; t < steps; t++) {
            s += v[0] * v[v.length - 1];
            v = v.length == b.length ? a : b;
        }
        return s * v[1];
    }
}
