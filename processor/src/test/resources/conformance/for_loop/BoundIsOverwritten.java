package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], int 2
/** The variable in the bound changes after the loop, and one bound is an expression. */
public final class BoundIsOverwritten {

    private BoundIsOverwritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 0;
        for (int i = 0; i < 2 * n - 1; i++) {
            s += a[i] * a[i];
        }
        n = n * 3;
        for (int i = n - 1; i >= n / 2; i--) {
            s *= 1 + a[i];
        }
        return s;
    }
}
