package conformance.integer_arithmetic;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[7], int 7, int -3
/** Java's integer division and remainder, negative operands too. */
public final class DivisionAndRemainder {

    private DivisionAndRemainder() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n, int m) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            int q = (i - 4) / 2;
            int r = Math.floorMod(i * m, n);
            s += a[r] * q + a[i] * ((i - 5) % 3);
        }
        return s + s * (n / m) * a[0];
    }
}
