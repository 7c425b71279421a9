package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, double
// args: int 1, double, double
// args: int 2, double, double
// args: int 3, double, double
// args: int 4, double, double
// args: int 5, double, double
// args: int 6, double, double
// args: int 9, double, double
/** The default is first, in the middle of a fall-through, or shares its statements with a label. */
@SuppressWarnings("fallthrough")
public final class DefaultAnywhere {

    private DefaultAnywhere() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, double y) {
        double s = x;
        switch (k) {
            default:
                s = s * y;
            case 1:
                s = s * s + x;
                break;
            case 2:
                s = s + y;
        }
        switch (k) {
            case 2:
                s *= s;
            case 3:
            default:
                s = Math.cos(s);
            case 4:
                s = s * x;
                break;
            case 5:
                s = s * y * y;
        }
        return s * s;
    }
}
