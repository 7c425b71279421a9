package conformance.array_read;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
// seeds: 5
/** An index found by comparing reals. */
public final class IndexOfMaximum {

    private IndexOfMaximum() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        int best = 0;
        for (int i = 1; i < a.length; i++) {
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return a[best] * a[best] + a[0];
    }
}
