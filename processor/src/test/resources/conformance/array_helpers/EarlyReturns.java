package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.5, 1.5]
// args: double[3], double in [-1.5, -0.5]
// args: double[0], double in [-1.5, -0.5]
/** All returns name the same array. */
public final class EarlyReturns {

    private EarlyReturns() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] p = powers(a, x);
        double[] q = clipped(a, x);
        double s = 0;
        for (int i = 0; i < p.length; i++) {
            s += p[i] * q[i] * a[i];
        }
        return s + x;
    }

    private static double[] powers(double[] v, double x) {
        double c = x * x;
        double[] result = new double[v.length];
        if (x < 0) {
            return result;
        }
        double power = c;
        for (int i = 0; i < v.length; i++) {
            result[i] = v[i] * power;
            power *= x;
            if (power < 0.3) {
                return result;
            }
        }
        return result;
    }

    private static double[] clipped(double[] v, double limit) {
        for (int i = 0; i < v.length; i++) {
            if (v[i] > limit) {
                v[i] = limit * limit;
                return v;
            }
        }
        return v;
    }
}
