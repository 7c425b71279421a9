package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double in [0.2, 0.8], int 3
// args: double[0], double in [0.2, 0.8], int 3
/** Calls in a loop with overwritten values and a branch on a result. */
public final class InLoop {

    private InLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, int n) {
        double s = x;
        for (int i = 0; i < a.length; i++) {
            double p = power(a[i] * s, n);
            if (p > 0) {
                s = s * 0.5 + p;
            } else {
                s -= power(s, i) * 0.1;
            }
            a[i] = s;
        }
        return s;
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }
}
