package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, double
// args: int 1, double, double
// args: int 2, double, double
// args: int 3, double, double
// args: int 4, double, double
// args: int 5, double, double
// seeds: 4
/** Control falls into the next case, from all places and out of some in the middle. */
@SuppressWarnings("fallthrough")
public final class FallThrough {

    private FallThrough() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, double y) {
        double s = x;
        switch (k) {
            case 0:
                s = s * y;
            case 1:
            case 2:
                s = Math.sin(s) * s;
                if (s * y > 0) {
                    break;
                }
            case 3:
                s = s * s + y;
                break;
            case 4:
                s = Math.exp(s);
        }
        return s * s;
    }
}
