package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float in [0.2, 0.9], float in [0.2, 0.9]
// args: float in [-0.9, -0.2], float in [0.2, 0.9]
// args: float 0.5, float 0.25
/** Functions on float: those of Math on float, and those on double with a cast. */
public final class Functions {

    private Functions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static float f(float x, float y) {
        float big = Math.max(x, y) * Math.min(x * x, 0.1f);
        float size = Math.abs(x) + Math.copySign(y, x) * Math.signum(y);
        float root = (float) Math.sqrt(Math.abs(x * y));
        int rounded = Math.round(4 * x);
        boolean isOdd = Float.isNaN(x) || Float.compare(x, y) > 0;
        return big + size * root + (isOdd ? x * x : y) * rounded + Math.max(x, 1) * Math.max(2, y);
    }
}
