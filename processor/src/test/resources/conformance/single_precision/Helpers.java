package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float in [0.1, 0.35], double in [0.2, 1]
// args: float in [0.6, 0.75], double in [0.2, 1]
// args: float in [0.87, 0.95], double in [0.2, 1]
/** Helpers with float parameters and results. */
public final class Helpers {

    private Helpers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(float x, double y) {
        float s = scale(x, 2) + scale((float) y, x);
        double t = mean(x, s, 0.5f);
        return t * s + scale(x * x, 1.5f);
    }

    private static float scale(float v, float by) {
        float result = v * by;
        if (result > 1) {
            return result * v;
        }
        return result;
    }

    private static double mean(float... values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return sum / values.length;
    }
}
