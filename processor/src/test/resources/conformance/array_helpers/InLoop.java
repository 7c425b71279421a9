package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 4
// args: double[3], int 0
/** A helper's array per iteration, and integers from a helper. */
public final class InLoop {

    private InLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 1;
        int[] order = order(a);
        for (int k = 0; k < n; k++) {
            double[] b = rotated(a, s);
            for (int i = 0; i < a.length; i++) {
                a[i] = b[order[i]] * 0.5;
            }
            s += b[0] * b[1];
        }
        return s + a[0];
    }

    private static double[] rotated(double[] v, double x) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            result[(i + 1) % v.length] = Math.sin(v[i] * x);
        }
        return result;
    }

    private static int[] order(double[] v) {
        int[] order = {0, 1, 2};
        for (int i = 1; i < v.length; i++) {
            for (int j = i; j > 0 && v[order[j]] < v[order[j - 1]]; j--) {
                int other = order[j];
                order[j] = order[j - 1];
                order[j - 1] = other;
            }
        }
        return order;
    }
}
