package conformance.break_continue;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 0.9]
/** The body runs at least once. */
public final class DoWhile {

    private DoWhile() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        double p = x;
        int k = 0;
        do {
            p = p * x + 0.1;
            k++;
        } while (p > 0.3 && k < 6);
        return p * k;
    }
}
