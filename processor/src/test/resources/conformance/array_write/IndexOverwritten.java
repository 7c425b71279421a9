package conformance.array_write;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** The index variable of a write changes right after it. */
public final class IndexOverwritten {

    private IndexOverwritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] b = new double[4];
        int k = 3;
        for (int i = 0; i < 4; i++) {
            b[k] = a[i] * a[k];
            k = (k + 2) % 4;
            b[k] += b[i] * a[i];
            if (b[k] > 0.1) {
                k = 1;
            }
        }
        return b[0] + b[1] * b[2] + b[3];
    }
}
