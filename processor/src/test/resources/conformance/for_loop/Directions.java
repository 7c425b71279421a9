package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], int 5
// args: double[5], int 1
// args: double[5], int 0
/** Down, by two, by a constant, with both relations, and no iteration at all. */
public final class Directions {

    private Directions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 1;
        for (int i = n - 1; i >= 0; i--) {
            s = s * a[i] + 0.5;
        }
        for (int i = n - 1; i > 0; i -= 2) {
            s = s * a[i] + a[i - 1];
        }
        for (int i = 0; i <= n - STEP; i += STEP) {
            s = s * (a[i] - a[i + 1]);
        }
        for (int i = 1; n > i; i = i + 1) {
            s = s + a[i] * s;
        }
        for (int i = 4; i != n && i > 2; i = -1 + i) {
            s = s * a[i];
        }
        return s * s;
    }

    private static final int STEP = 2;
}
