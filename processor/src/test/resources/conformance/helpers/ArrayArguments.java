package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3]
/** Helpers read arrays and fill arrays of the caller. */
public final class ArrayArguments {

    private ArrayArguments() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b) {
        double[] c = new double[3];
        double t = cross(a, b, c);
        double[] d = new double[3];
        t += cross(c, a, d) * t;
        return t + norm(d) * norm(c);
    }

    private static double cross(double[] u, double[] v, double[] out) {
        out[0] = u[1] * v[2] - u[2] * v[1];
        out[1] = u[2] * v[0] - u[0] * v[2];
        out[2] = u[0] * v[1] - u[1] * v[0];
        return out[0] + out[1] * out[2];
    }

    private static double norm(double[] v) {
        double s = 0;
        for (double e : v) {
            s += e * e;
        }
        return s;
    }
}
