package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double in [0.1, 1]
// seeds: 6
/** Helpers that return early, in loops of the caller. */
public final class InHelper {

    private InHelper() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s = s * clamp(a[i] * s + x, 0.4) + first(a, x * i * 0.3);
            if (s > 1.5) {
                return clamp(s, x) * a[i];
            }
        }
        return s;
    }

    private static double clamp(double v, double limit) {
        if (v > limit) {
            return limit * limit;
        }
        if (v < -limit) {
            return -limit;
        }
        return v;
    }

    private static double first(double[] a, double above) {
        for (double v : a) {
            if (v > above) {
                return v * above;
            }
        }
        return above;
    }
}
