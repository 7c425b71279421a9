package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Objects;

// args: double[3], int 2, double in [0.5, 1]
// args: double[3], int -1, double in [0.5, 1]
// args: double[3], int 7, double in [0.5, 1]
// args: double[3], int 3, double in [-1, -0.5]
// args: double[3] in [2, 3], int 3, double in [0.5, 1]
/** Guards at the start, inside loops and behind values, with messages that show values. */
public final class Checks {

    private Checks() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n, double scale) {
        Objects.requireNonNull(x, "x");
        if (n < 0) throw new IllegalArgumentException("negative: " + n);
        if (n > x.length) {
            String message = "too many: " + n + " of " + x.length;
            throw new IndexOutOfBoundsException(message);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double term = Math.sin(x[i]) * scale;
            if (x[i] > 1.5 && i == 2) {
                throw new IllegalStateException("at " + i + ": " + term);
            }
            sum += term * term;
        }
        if (scale > 0) {
            return Math.log(1 + sum) * scale;
        } else {
            throw new ArithmeticException("scale " + scale);
        }
    }
}
