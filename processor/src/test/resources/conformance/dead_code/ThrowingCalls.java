package conformance.dead_code;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [1, 2], int = 3
// args: double in [1, 2], int = 0
// args: double in [1, 2], int = -2147483648
/** Integer functions that nobody reads throw all the same. */
public final class ThrowingCalls {

    private ThrowingCalls() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        int unread = Math.floorMod(7, n);
        int exact = Math.negateExact(n);
        return x * x;
    }
}
