package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.1, 0.9]
/** Trip count from reals. */
public final class Bisection {

    private Bisection() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        double low = 0;
        double high = 2;
        double s = 0;
        while (high - low > 0.1) {
            double middle = 0.5 * (low + high);
            if (middle * middle > x) {
                high = middle;
            } else {
                low = middle;
            }
            s += x * middle * s + x;
        }
        return s;
    }
}
