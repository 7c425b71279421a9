package conformance.array_read;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], int 2
/** Strides, offsets and wrapping. */
public final class ComputedIndices {

    private ComputedIndices() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int stride) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += a[i * stride] * a[(i + 3) % a.length];
            s *= 1 + a[a.length - 1 - i];
        }
        return s;
    }
}
