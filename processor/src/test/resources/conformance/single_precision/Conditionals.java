package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float in [0.6, 0.9], double in [0.1, 0.4], int 0
// args: float in [0.1, 0.4], double in [0.6, 0.9], int 1
// args: float in [0.1, 0.4], double in [0.6, 0.9], int 2
/** Comparisons, conditional expressions, switches and remainders of both precisions. */
public final class Conditionals {

    private Conditionals() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(float x, double y, int k) {
        float a = x > y ? x * x : 2;
        double b = x < 0.5f ? x : y;
        float c = switch (k) {
            case 0 -> 3;
            case 1 -> x * a;
            default -> k;
        };
        double d = switch (k) {
            case 0 -> x;
            case 1 -> y * y;
            default -> k;
        };
        float e = (5 * x) % 2f + a;
        return a * b + c * d + e * e;
    }
}
