package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
// seeds: 6
/** What was written in place before leaving stays. */
public final class AfterWrites {

    private AfterWrites() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i] * a[i - 1] + 0.3;
            if (a[i] < 0.2) {
                return a[i] + a[0];
            }
            a[i - 1] *= 2;
        }
        return a[3] * a[2];
    }
}
