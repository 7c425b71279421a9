package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.5, 1.5], int 2
// args: double[3], double in [0.5, 1.5], int -1
// args: double[3], double in [2.5, 3.5], int 1
// args: double[3], double in [0.5, 1.5], int 5
/** Returns on several ways, and an exception. */
public final class EarlyReturns {

    private EarlyReturns() {}

    /** Values and what they sum up to. */
    public record Sum(double[] values, double total, boolean isComplete) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static Sum f(double[] a, double x, int n) {
        double[] y = a.clone();
        double total = x * x;
        if (n < 0) {
            return new Sum(y, total, false);
        }
        for (int i = 0; i < n; i++) {
            total += y[i + 1] * x;
            y[i] *= total;
            if (total > 5) {
                return new Sum(y, Math.log(total), false);
            }
        }
        y[0] = y[1] * x;
        return new Sum(y, total, true);
    }
}
