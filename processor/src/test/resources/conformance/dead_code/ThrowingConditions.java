package conformance.dead_code;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3], int = 1, int = 0, int = 0
// args: double, double[3], int = 3, int = 0, int = 0
// args: double, double[3], int = 1, int = 3, int = 0
// args: double, double[3], int = 1, int = 0, int = -1
/** The condition of a branch without use throws all the same: on its own, as the last of a chain, and inside a loop. */
public final class ThrowingConditions {

    private ThrowingConditions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] b, int alone, int chained, int looped) {
        double y = x * x;
        if (x > b[alone]) {}
        double unread = 1;
        if (x > 0) {
            y *= 2;
        } else if (x > b[chained]) {
            unread = x;
        }
        for (int i = 0; i < 2; i++) {
            if (i == 1 && b[looped] < y) {
                unread *= 2;
            }
            y += b[i];
        }
        return y;
    }
}
