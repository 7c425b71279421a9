package conformance.integer_arithmetic;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[8]
/** A bit-reversal permutation. */
public final class Bits {

    private Bits() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 1;
        for (int i = 0; i < 8; i++) {
            int j = (i & 1) << 2 | i & 2 | i >> 2 & 1;
            s = s * a[j] + a[i ^ 1] + (~i & 3);
        }
        return s;
    }
}
