package conformance.long_and_boolean;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
// seeds: 5
/** A flag carried from iteration to iteration. */
public final class BooleanState {

    private BooleanState() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        boolean up = true;
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            if (up) {
                s += a[i] * s;
            } else {
                s *= a[i];
            }
            up = s > 0.5 != up;
        }
        return up ? s : s * s;
    }
}
