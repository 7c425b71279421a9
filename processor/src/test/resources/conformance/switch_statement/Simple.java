package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, double
// args: int 1, double, double
// args: int 2, double, double
// args: int 7, double, double
/** One case or another, each ended by a break. */
public final class Simple {

    private Simple() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, double y) {
        double s = x;
        switch (k) {
            case 0:
                s = s * y;
                break;
            case 1:
                s = Math.sin(x) * s;
                break;
            case 2:
                break;
            default:
                s = x * x + y * s;
                break;
        }
        return s * x + y;
    }
}
