package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [0.5, 1.5], double in [0.5, 1.5]
/** Each element from its predecessor. */
public final class CumulativeProduct {

    private CumulativeProduct() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        for (int j = 1; j < a.length; j++) {
            a[j] = a[j - 1] * x + Math.sin(a[j]);
        }
        return a[a.length - 1] * a[1];
    }
}
