package conformance.break_continue;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double in [0.2, 1]
// seeds: 5
/** Leaves the loop with a value. */
public final class Break {

    private Break() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double limit) {
        double s = 0.1;
        int last = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i];
            if (s > limit) {
                last = i;
                break;
            }
            s *= 1.2;
        }
        return s * a[last];
    }
}
