package conformance.long_and_boolean;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], long 3, int 2
/** Longs in arithmetic with reals. */
public final class LongArithmetic {

    private LongArithmetic() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, long n, int m) {
        long k = n * 1000000007L % 10;
        double s = 0;
        for (int i = 0; i < m + 2; i++) {
            k = (k * 7 + n) % 11;
            s = s * x + k;
        }
        return s * n + x / k + (k > 3L ? x : -x) + (int) (k % 4) * x;
    }
}
