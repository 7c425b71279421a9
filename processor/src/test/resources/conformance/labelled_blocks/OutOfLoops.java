package conformance.labelled_blocks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5] in [0, 1], double in [0.2, 1.2]
// seeds: 8
/** A search that leaves its loops and the code that handles a miss. */
public final class OutOfLoops {

    private OutOfLoops() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double limit) {
        double s = 1;
        int at = -1;
        search:
        {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < i; j++) {
                    s = s * (1 + a[i] * a[j]);
                    if (a[i] * a[j] > limit * limit) {
                        at = i;
                        break search;
                    }
                }
            }
            s = s * s;
        }
        return at < 0 ? s * limit : s * a[at];
    }
}
