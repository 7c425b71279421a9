package conformance.switch_expression;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, double
// args: int 1, double, double
// args: int 2, double, double
// args: int 3, double, double
/** Each case gives a value. */
public final class Rules {

    private Rules() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, double y) {
        double s = switch (k) {
            case 0 -> x * y;
            case 1, 2 -> Math.sin(x);
            default -> 2;
        };
        var t = switch (k) {
            case 0 -> 1;
            case 1 -> x;
            default -> y * s;
        };
        s = switch (k) {
            case 3 -> 1;
            default -> s * t;
        };
        return s * t + x;
    }
}
