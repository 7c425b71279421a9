package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float in [0.2, 1], float in [0.2, 1]
// args: float 0.5, float 0.25 -> 3.5, -1.25
/** Arithmetic in float, result and independents too. */
public final class Polynomial {

    private Polynomial() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static float f(float x, float y) {
        float s = x * x * y + 2 * x - y / 0.5f;
        float t = -s + x;
        t += y * x;
        t -= 1;
        t *= 2;
        return t / 2 + s * 2 - 3 * x * x * y * 0;
    }
}
