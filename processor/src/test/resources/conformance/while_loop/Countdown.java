package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, int 4
/** A while that counts. */
public final class Countdown {

    private Countdown() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        double s = x;
        while (n > 0) {
            s = Math.sin(s) + x * n;
            n--;
        }
        return s;
    }
}
