package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], int 5
// args: double in [0.5, 1.5], int 0
/** A product over iterations: every iterate is needed. */
public final class Power {

    private Power() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        double p = 1;
        for (int i = 0; i < n; i++) {
            p = p * x;
        }
        return p;
    }
}
