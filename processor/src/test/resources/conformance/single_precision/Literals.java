package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 1], float in [0.2, 1]
/** Literals of all forms. */
public final class Literals {

    private Literals() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, float y) {
        double s = 0.1f * x + 1e-3 * x * x + .5 * y + 0x1.8p1 * x + 1_000.5f * y - 07 + 0b101 * x + 'a' * x + 3d * y + 2F;
        long big = 0xFFL + 1_000_000L + '\n' + 0x7fff_ffff;
        float f = 0x1p-2f * y + 1e1f - 3;
        f += 0.1f + 0.2f;
        return s * f + big * 1e-9 * x + Float.MIN_NORMAL + Double.MIN_VALUE * x;
    }
}
