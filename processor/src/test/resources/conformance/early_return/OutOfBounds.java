package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 2
// args: double[3], int 5
/** The primal's own exception. */
public final class OutOfBounds {

    private OutOfBounds() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 1;
        for (int i = 0; i <= n; i++) {
            s *= a[i] + 2;
        }
        return s;
    }
}
