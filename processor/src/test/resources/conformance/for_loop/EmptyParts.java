package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [0.1, 1], double
/** Each part of the header left out. */
public final class EmptyParts {

    private EmptyParts() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double s = x;
        int k = 0;
        for (; k < a.length; ) {
            s += a[k++] * s;
        }
        for (int i = 0; ; i += 3) {
            if (i >= a.length) {
                break;
            }
            s = s * a[i];
        }
        for (k = 1; k < 4; ) {
            s = s * a[4 - k] + x;
            k *= 2;
        }
        for (; ; k--) {
            s = s + x;
            if (k < 2) {
                break;
            }
        }
        return s * k;
    }
}
