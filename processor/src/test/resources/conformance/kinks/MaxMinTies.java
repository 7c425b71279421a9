package conformance.kinks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double = 2.0, double = 2.0 -> 3.0, 0.0
// args: double = 1.0, double = 2.0 -> 2.0, 1.0
// args: double = 2.0, double = 1.0 -> 1.0, 2.0
// args: double = 0.0, double = -0.0 -> 3.0, 0.0
// kinks
/** Of two equal arguments the first one counts. */
public final class MaxMinTies {

    private MaxMinTies() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        return Math.max(x, y) + 2 * Math.min(x, y);
    }
}
