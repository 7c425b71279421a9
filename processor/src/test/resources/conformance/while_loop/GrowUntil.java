package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [1.1, 2], double in [5, 50]
/** The condition reads what the body multiplies. */
public final class GrowUntil {

    private GrowUntil() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double limit) {
        double p = x;
        int steps = 0;
        while (p < limit && steps < 30) {
            p *= x;
            steps++;
        }
        return p + steps * x + limit * p;
    }
}
