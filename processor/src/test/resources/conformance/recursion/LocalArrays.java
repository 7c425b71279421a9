package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1], int 0
// args: double in [0.5, 1], int 5
/** Arrays of the recursive method itself, of another size in each call. */
public final class LocalArrays {

    private LocalArrays() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        return step(x, n);
    }

    private static double step(double x, int n) {
        double[] v = new double[n + 2];
        for (int i = 0; i < v.length; i++) {
            v[i] = x + 0.1 * i;
        }
        for (int i = 1; i < v.length; i++) {
            v[i] = 0.2 * v[i] * v[i - 1] + Math.cos(v[i]);
        }
        double s = n > 0 ? step(v[n] * 0.1, n - 1) * v[0] : v[1];
        v[0] = s;
        return v[0] * v[n + 1];
    }
}
