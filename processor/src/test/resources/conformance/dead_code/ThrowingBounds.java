package conformance.dead_code;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, int[] = {0, 1, 2}, int = 1, int = 1
// args: double, int[] = {0, 1, 2}, int = 3, int = 1
// args: double, int[] = {0, 1, 2}, int = 1, int = 0
/** The bounds of loops without use throw all the same. */
public final class ThrowingBounds {

    private ThrowingBounds() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int[] counts, int n, int divisor) {
        double unread = 0;
        for (int i = counts[n]; i < 2; i++) {
            unread += i;
        }
        for (int i = 0; i < 4 / divisor; i++) {
            unread -= i;
        }
        return x * x;
    }
}
