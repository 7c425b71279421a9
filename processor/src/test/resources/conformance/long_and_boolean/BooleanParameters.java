package conformance.long_and_boolean;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, boolean true, boolean false
// args: double, double, boolean false, boolean true
/** Flags choose. */
public final class BooleanParameters {

    private BooleanParameters() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y, boolean squared, boolean negated) {
        double r = squared ? x * x : x;
        if (negated) {
            r = -r * y;
        }
        boolean both = squared & negated;
        return both || !squared ? r * y : r + y;
    }
}
