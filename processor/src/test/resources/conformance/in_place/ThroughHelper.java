package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.5, 1.5]
/** A helper changes the caller's array. */
public final class ThroughHelper {

    private ThroughHelper() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double before = a[0];
        double norm = normalize(a, x);
        return before * norm + a[0] * a[1] + a[2];
    }

    private static double normalize(double[] v, double floor) {
        double s = floor;
        for (double e : v) {
            s += e * e;
        }
        double norm = Math.sqrt(s);
        for (int i = 0; i < v.length; i++) {
            v[i] /= norm;
        }
        return norm;
    }
}
