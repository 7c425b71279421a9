package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 2
// args: double[3], int -1
// args: double[3], int 5
/** Returns on several ways, and an exception. */
public final class EarlyReturn {

    private EarlyReturn() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[] f(double[] x, int n) {
        double[] y = x.clone();
        if (n < 0) {
            return y;
        }
        for (int i = 0; i < n; i++) {
            y[i + 1] *= Math.sin(y[i]) + x[0];
            if (y[i + 1] > 0.7) {
                return y;
            }
        }
        y[0] = y[1] * y[2];
        return y;
    }
}
