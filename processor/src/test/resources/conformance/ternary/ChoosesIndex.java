package conformance.ternary;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 1
// seeds: 6
/** An index depends on reals. */
public final class ChoosesIndex {

    private ChoosesIndex() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        int k = a[0] > a[1] ? 0 : n;
        double s = a[k] * a[a[2] > 0 ? 2 : k];
        return s + a[k];
    }
}
