package conformance.long_and_boolean;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], long 42
/** A linear congruential generator chooses elements. */
public final class RandomSequence {

    private RandomSequence() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, long seed) {
        double s = 1;
        for (int i = 0; i < 6; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            int k = (int) (seed >>> 62);
            s = s * a[k] + a[i % 4];
        }
        return s;
    }
}
