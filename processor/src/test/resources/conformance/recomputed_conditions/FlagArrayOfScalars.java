package conformance.recomputed_conditions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
// seeds: 5
/** Scalars without derivative decide and change. */
public final class FlagArrayOfScalars {

    private FlagArrayOfScalars() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double level = 0;
        int k = 0;
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            if (level < 1.5) {
                s *= a[k] + 2;
                k = (k + 3) % 4;
            }
            level = level * level + 0.7;
            if (k > 1) {
                s += a[k] * s;
                k--;
            }
        }
        return s;
    }
}
