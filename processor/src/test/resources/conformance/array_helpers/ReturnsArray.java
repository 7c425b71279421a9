package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.5, 1.5]
// args: double[0], double
/** Helpers return new arrays, the argument, and each other's results. */
public final class ReturnsArray {

    private ReturnsArray() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] b = scaled(a, x);
        double[] c = scaled(scaled(b, x), 2.0);
        double s = 0;
        for (double v : sum(b, c)) {
            s += v * v;
        }
        shift(b, x)[0] *= 3;
        return s + b[0] * pair(x, b[0])[1] + pair(x, x).length;
    }

    private static double[] scaled(double[] v, double c) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            result[i] = v[i] * c;
        }
        return result;
    }

    private static double[] sum(double[] v, double[] w) {
        double[] result = v.clone();
        for (int i = 0; i < v.length; i++) {
            result[i] += w[i];
        }
        return result;
    }

    private static double[] shift(double[] v, double c) {
        for (int i = 0; i < v.length; i++) {
            v[i] += c * c;
        }
        return v;
    }

    private static double[] pair(double p, double q) {
        return new double[] {p * q, p + q};
    }
}
