package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.5, 1.5]
// args: double[1], double in [0.5, 1.5]
/** Helpers without a result write to their arguments, one of them returns early. */
public final class VoidHelpers {

    private VoidHelpers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double before = a[0] * x;
        scale(a, x);
        double[] b = new double[a.length];
        squares(a, b, a.length);
        addFirst(b, a, x);
        addFirst(b, a, -x);
        double s = before;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    private static void scale(double[] v, double c) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= c;
        }
    }

    private static void squares(double[] from, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = from[i] * from[i];
        }
    }

    private static void addFirst(double[] to, double[] from, double x) {
        to[0] += from[0];
        if (x < 0) {
            return;
        }
        to[0] *= to[0];
    }
}
