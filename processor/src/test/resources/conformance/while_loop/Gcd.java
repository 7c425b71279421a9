package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, int 12, int 18
/** Integers only decide, reals follow. */
public final class Gcd {

    private Gcd() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int a, int b) {
        double s = x;
        while (b != 0) {
            int t = a % b;
            a = b;
            b = t;
            s = s * x + a;
        }
        return s / a;
    }
}
