package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, double
// args: int 1, double, double
// args: int 2, double, double
// args: int 3, double, double
// args: int 9, double, double
/** Every case leaves the method, or only some do. */
public final class Returns {

    private Returns() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, double y) {
        switch (k) {
            case 0:
                return x * y;
            case 1: {
                if (x > 0) {
                    return Math.sin(x) * y;
                } else {
                    return y * y;
                }
            }
            case 2:
                x = x * y;
                break;
            default:
                y = y * x;
        }
        switch (k) {
            case 2:
                return x * x;
            case 3:
                return y * y;
            default:
                return x * y + k;
        }
    }
}
