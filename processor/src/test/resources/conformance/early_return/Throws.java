package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [0.5, 1]
// args: double[] = {0.5, -1.0, 2.0}
/** A guard that throws after a first write. */
public final class Throws {

    private Throws() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < 0) {
                throw new IllegalArgumentException("negative: " + i);
            }
            s += Math.sqrt(a[i]);
        }
        return s;
    }
}
