package conformance.labelled_blocks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6]
// seeds: 10
/** A block in a loop, left by break to it, by continue, and by return. */
public final class InLoop {

    private InLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0.7;
        for (int i = 0; i < a.length; i++) {
            step:
            {
                if (a[i] < -0.5) {
                    continue;
                }
                if (a[i] > 0.8) {
                    return s * a[i];
                }
                if (a[i] > 0) {
                    break step;
                }
                s = s * a[i] + 0.4;
            }
            s = s + a[i] * s;
        }
        return s;
    }
}
