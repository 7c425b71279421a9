package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double in [0.2, 1]
// args: double[4], double in [0.2, 1]
// seeds: 5
/** Two indices that meet, one that is declared outside, and one of each type. */
public final class SeveralVariables {

    private SeveralVariables() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double s = x;
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            s = s * a[i] + a[j];
        }
        int k;
        int hits = 0;
        for (k = 0; k < a.length && a[k] < 0.5; k++, hits += 2) {
            s = s * 1.1 + x;
        }
        for (long n = 3, m = 1; n > 0; n--, m *= 2) {
            s = s * x + m;
        }
        return k < a.length ? s * a[k] : s * hits + x;
    }
}
