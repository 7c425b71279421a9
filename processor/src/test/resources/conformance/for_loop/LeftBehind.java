package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double in [0.2, 0.8]
// args: double[5] in [-1, -0.1], double in [0.2, 0.8]
// seeds: 5
/** What loops leave: the index, the last value, a flag, the last position. */
public final class LeftBehind {

    private LeftBehind() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        int last = -1;
        int count = 0;
        double previous = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0) {
                last = i;
                count++;
            }
            previous = a[i] * x;
        }
        double s = last < 0 ? x * x : a[last] * count;
        boolean isSorted = true;
        int i;
        for (i = 1; isSorted && i < a.length; i++) {
            isSorted = a[i - 1] <= a[i];
            s = s + a[i] * x;
        }
        double best = a[0];
        int at = 0;
        for (int k = 1; k < a.length; ++k) {
            if (a[k] > best) {
                best = a[at = k];
            }
        }
        return isSorted ? s * previous : s * previous * i + best * a[at] * at;
    }
}
