package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3], int 3
// args: double[3], double[3], int 2
// args: double[3], double[3], int -1
/** Arguments exchange their places and are written under other names. */
public final class SwappedArguments {

    private SwappedArguments() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, int steps) {
        double[] u = a;
        double[] v = b;
        if (steps < 0) {
            u[0] *= v[1];
            return u[0] * a[0];
        }
        for (int t = 0; t < steps; t++) {
            v[t % 3] += u[0] * u[1] - a[2];
            double[] w = u;
            u = v;
            v = w;
            v[1] *= 0.5;
        }
        return u[0] * v[1] + a[0] * b[2];
    }
}
