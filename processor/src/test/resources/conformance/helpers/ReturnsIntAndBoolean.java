package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [0, 4]
// seeds: 5
/** Helpers that decide. */
public final class ReturnsIntAndBoolean {

    private ReturnsIntAndBoolean() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            int k = bucket(a[i]);
            if (isLarge(a[i], s)) {
                s += a[k] * a[i];
            } else {
                s *= 1 + 0.1 * a[(k + 1) % a.length];
            }
        }
        return s;
    }

    private static int bucket(double v) {
        if (v < 1) {
            return 0;
        }
        return v < 2.5 ? 1 : 3;
    }

    private static boolean isLarge(double v, double s) {
        return v * v > s && v > 1;
    }
}
