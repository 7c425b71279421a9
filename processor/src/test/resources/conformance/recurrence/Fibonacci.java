package conformance.recurrence;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, int 7
// args: double, double, int 0
/** Two variables change places. */
public final class Fibonacci {

    private Fibonacci() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double a, double b, int n) {
        for (int i = 0; i < n; i++) {
            double t = a * 0.5 + b;
            a = b;
            b = t * a;
        }
        return a + b;
    }
}
