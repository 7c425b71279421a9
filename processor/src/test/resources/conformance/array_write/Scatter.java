package conformance.array_write;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int[] = {1, 2, 1, 0}
/** Indirect writes: an element is overwritten and its first value lost. */
public final class Scatter {

    private Scatter() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int[] target) {
        double[] b = new double[3];
        for (int i = 0; i < a.length; i++) {
            b[target[i]] = a[i] * a[i] + b[(target[i] + 1) % 3];
        }
        return b[0] * b[1] + b[2];
    }
}
