package conformance.switch_expression;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, double
// args: int 1, double, double
// args: int 2, double, double
// args: int 3, double, double
// seeds: 4
/** Statements up to a yield, with fall-through and a default in front. */
@SuppressWarnings("fallthrough")
public final class OldForm {

    private OldForm() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, double y) {
        double s = 1;
        double t = switch (k) {
            default:
                s = s * y;
            case 0:
                yield s * x;
            case 1:
                s = x * x;
            case 2:
                if (y > 0) {
                    yield s * y;
                }
                yield s + y;
        };
        return t * s;
    }
}
