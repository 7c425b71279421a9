package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float[4] in [0.3, 1], float in [0.3, 1]
/** A float[] argument that is overwritten, and a recurrence that needs what was overwritten. */
public final class InPlace {

    private InPlace() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(float[] a, float x) {
        float s = x;
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i] * a[i - 1] + s;
            s = s * a[i];
        }
        int k = 0;
        while (s > 0.1f && k < 3) {
            s *= 0.5f + a[k++] * 0.1f;
            a[0] += s * s;
        }
        return s * a[3] + a[0];
    }
}
