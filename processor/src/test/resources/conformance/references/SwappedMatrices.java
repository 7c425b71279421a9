package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[2][3], int 3
// args: double[2][3], double[2][3], int 2
// args: double[2][3], double[2][3], int -1
/** Matrices that are arguments exchange their places, on a condition, while one of their rows has a name of its own. */
public final class SwappedMatrices {

    private SwappedMatrices() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[][] b, int steps) {
        double[][] u = a;
        double[][] v = b;
        if (steps < 0) {
            u[0][1] *= v[1][2];
            return u[0][1] * a[0][0];
        }
        for (int t = 0; t < steps; t++) {
            double[] kept = u[t % 2];
            v[t % 2][1] += u[0][2] * u[1][t % 3] - a[1][1];
            if (v[0][0] > u[0][0]) {
                double[][] w = u;
                u = v;
                v = w;
            }
            kept[0] *= 0.5 * u[1][2];
            v[1][t % 3] += kept[0] * kept[1];
        }
        return run(u, v, steps) * v[0][1] + a[0][0] * b[1][2];
    }

    private static double run(double[][] p, double[][] q, int n) {
        double s = 0;
        for (int t = 0; t <= n; t++) {
            s += p[0][0] * q[1][1];
            q[1][1] = s;
            double[][] o = p;
            p = q;
            q = o;
        }
        return s - p[1][1];
    }
}
