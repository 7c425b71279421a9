package conformance.scopes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Locals and parameters that hide fields, and a field behind its class. */
public final class Shadows {

    private Shadows() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double rate = x * y;
        double s = rate * Shadows.rate;
        {
            double limit = s;
            s = limit * limit;
        }
        return s * limit + hidden(x);
    }

    static final double rate = 3;

    static final double limit = 0.5;

    private static double hidden(double limit) {
        return limit * limit * rate;
    }
}
