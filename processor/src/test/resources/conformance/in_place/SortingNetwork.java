package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3]
// seeds: 6
/** Compare and exchange. */
public final class SortingNetwork {

    private SortingNetwork() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        if (a[0] > a[1]) {
            double t = a[0];
            a[0] = a[1];
            a[1] = t;
        }
        if (a[1] > a[2]) {
            double t = a[1];
            a[1] = a[2];
            a[2] = t;
        }
        if (a[0] > a[1]) {
            double t = a[0];
            a[0] = a[1];
            a[1] = t;
        }
        return a[0] + 2 * a[1] * a[1] + 3 * a[2] * a[2] * a[2];
    }
}
