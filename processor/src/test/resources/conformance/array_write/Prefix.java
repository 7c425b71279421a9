package conformance.array_write;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** Each element is built from the one before. */
public final class Prefix {

    private Prefix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] sums = new double[5];
        for (int i = 0; i < a.length; i++) {
            sums[i + 1] = sums[i] + a[i] * a[i];
        }
        return sums[4] * sums[2];
    }
}
