package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 2147483647, int -2147483648
// args: double[3], int 2147483646, int -2147483647
// args: double[3], int 1, int 1
// args: double[3], int -1, int 7
/** Loops that are left before their bound, which may be the last number that there is. */
public final class LargestBound {

    private LargestBound() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int last, int first) {
        double s = 1;
        for (int i = 0; i <= last; i++) {
            if (i >= a.length) {
                break;
            }
            s *= a[i] + s;
        }
        for (int i = a.length - 1; i >= first; --i) {
            if (i < 0) {
                return s * a[0];
            }
            s += Math.sin(s * a[i]);
        }
        return s * s;
    }
}
