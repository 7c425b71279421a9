package conformance.exact_tapes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][2], double, int 2
// args: double[][] = {}, double, int 0
/** Bounds that must not be computed before the condition around the loop was asked. */
public final class GuardedBounds {

    private GuardedBounds() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double x, int n) {
        double s = x;
        if (n > 0) {
            for (int i = 0; i < 4 / n; i++) {
                for (int j = 0; j < m[0].length - 1; j++) {
                    s = Math.sin(s * m[i][j]);
                }
            }
        }
        return s;
    }
}
