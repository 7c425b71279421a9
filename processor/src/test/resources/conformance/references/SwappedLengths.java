package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[5], int 3
// args: double[5], double[2], int 4
// args: double[3], double[4], int 0
/** Arguments and a local array of different lengths exchange their places and are overwritten. */
public final class SwappedLengths {

    private SwappedLengths() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, int steps) {
        double[] u = a;
        double[] v = b;
        double[] w = new double[steps + 2];
        w[0] = a[0] * b[1];
        for (int t = 0; t < steps; t++) {
            v[v.length - 1] += u[0] * u[u.length - 1];
            double[] x = u;
            u = v;
            v = w;
            w = x;
            w[1] *= 0.5 * u[0];
        }
        double s = u[0] * v[0] + a[1] * b[1];
        for (double value : w) {
            s += value * value * u[u.length - 1];
        }
        return s;
    }
}
