package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double
// args: double[5] in [-1, 0], double
// seeds: 8
/** The condition assigns, steps and stops half way. */
public final class EffectsInCondition {

    private EffectsInCondition() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        int i = 0;
        double s = x;
        boolean found = false;
        while (i < a.length && !(found = a[i++] > 0.3) || s < -5) {
            s = s * a[i - 1] + x;
        }
        do {
            s = s * 0.5 + a[0];
        } while ((s = s * x) > 0.1 && --i > 0);
        double t = 1;
        while ((t = t * 0.6) > 0.2) {
            s = s + t * x;
        }
        return found ? s * i : s * s;
    }
}
