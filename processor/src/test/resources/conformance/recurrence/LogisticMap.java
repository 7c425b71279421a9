package conformance.recurrence;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 0.8], double in [2, 3.5], int 8
/** Chaos, few steps of it. */
public final class LogisticMap {

    private LogisticMap() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double r, int n) {
        for (int i = 0; i < n; i++) {
            x = r * x * (1 - x);
        }
        return x;
    }
}
