package conformance.for_each;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int[] = {2, 0, 2, 3}
/** Over integers used as indices, with repetition. */
public final class Indirection {

    private Indirection() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int[] order) {
        double s = 1;
        for (int k : order) {
            s = s * a[k] + a[3 - k];
        }
        return s;
    }
}
