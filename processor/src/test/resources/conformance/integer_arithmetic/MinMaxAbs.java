package conformance.integer_arithmetic;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], int 3
/** Integer versions of functions that also exist for reals. */
public final class MinMaxAbs {

    private MinMaxAbs() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            int k = Math.min(i + n, a.length - 1);
            int l = Math.max(i - n, 0);
            s += a[k] * a[l] * Math.abs(i - n) + Math.pow(a[i], 2);
        }
        return s;
    }
}
