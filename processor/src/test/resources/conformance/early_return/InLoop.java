package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5] in [0, 1], double in [0.5, 2]
// seeds: 6
/** The first element above a threshold decides. */
public final class InLoop {

    private InLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double limit) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i];
            if (s > limit) {
                return s * a[i] + i;
            }
            s *= 1.1;
        }
        return -s;
    }
}
