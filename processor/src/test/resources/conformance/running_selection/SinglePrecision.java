package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float[] = {1, 3, 2, 3} -> 0.0, 3.0, 0.0, 0.0
// args: float[] = {-0.0, 0.0} -> 0.0, 0.0
// kinks
/** In float. */
public final class SinglePrecision {

    private SinglePrecision() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static float f(float[] a) {
        float max = a[0];
        for (int i = 1; i < a.length; i++) {
            max = Math.max(max, a[i]);
        }
        return max * max / 2;
    }
}
