package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float in [0.2, 1], double in [0.2, 1], int 3
/** Casts between the precisions, silent and written. */
public final class Mixed {

    private Mixed() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(float x, double y, int n) {
        double wide = x;
        float narrow = (float) y;
        double product = wide * narrow + x * n;
        narrow *= y;
        narrow -= 0.1;
        narrow += x;
        float half = (float) (product / 2);
        n += 0.5 * x;
        long big = 3;
        big *= 1.5f;
        return half * wide + Math.sin(narrow) * narrow + n * x + big * y;
    }
}
