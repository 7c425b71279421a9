package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3], int 2
// args: double[3], double[3], int 3
/** A helper exchanges its arguments; its caller sees what it wrote. */
public final class InHelper {

    private InHelper() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, int n) {
        double s = run(a, b, n) + run(b, new double[3], n + 1);
        return s * a[1] + b[1] * b[2] + best(a, b)[0];
    }

    private static double run(double[] p, double[] q, int n) {
        double[] u = p;
        double[] v = q;
        for (int t = 0; t < n; t++) {
            v[1] = u[1] * u[2] + v[2];
            u[2] *= 0.5;
            double[] w = u;
            u = v;
            v = w;
        }
        return u[1] - v[1];
    }

    private static double[] best(double[] p, double[] q) {
        double[] result = new double[3];
        double[] other = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = p[i] * q[i];
            other[i] = p[i] - q[0];
        }
        if (q[0] > p[0]) {
            result = other;
        }
        return result;
    }
}
