package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [1, 9], double in [1, 2]
/** An iteration that stops when it has converged. */
public final class Newton {

    private Newton() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double a, double start) {
        double x = start;
        for (int i = 0; i < 20; i++) {
            double next = 0.5 * (x + a / x);
            if (Math.abs(next - x) < 1e-4) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
