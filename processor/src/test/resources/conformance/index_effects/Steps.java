package conformance.index_effects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** Indices that step while the statement runs. */
public final class Steps {

    private Steps() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        int i = 0, j = a.length - 1;
        a[i++] = a[j--] * x;
        a[i] = i = 2;
        a[i++] += a[j] * (i = 1) * a[i];
        a[i++] *= a[--i];
        double s = a[i = 0] * a[i++] + a[i];
        return s * a[1] + a[2] * a[3];
    }
}
