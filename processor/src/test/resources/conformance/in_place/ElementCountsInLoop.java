package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double, int 4
/** The same with an element of an argument. */
public final class ElementCountsInLoop {

    private ElementCountsInLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double z, int n) {
        double s = a[1] * z;
        for (int i = 0; i < n; i++) {
            a[1]++;
        }
        return s + a[1] * a[0];
    }
}
