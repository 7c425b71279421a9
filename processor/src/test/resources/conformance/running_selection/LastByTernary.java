package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int -2
// args: double[4], int 2
// args: double[] = {1, 3, 3, 2}, int 0 -> 0.0, 0.0, 6.0, 0.0
// kinks
/** Of equal values the last one counts; the loop starts anywhere, and its index is taken modulo. */
public final class LastByTernary {

    private LastByTernary() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int from) {
        double max = -9;
        for (int i = from; i < from + 4; i++) {
            max = a[Math.floorMod(i, 4)] >= max ? a[Math.floorMod(i, 4)] : max;
        }
        double min = 9;
        for (double v : a) {
            min = min < v ? min : v;
        }
        return max * max + 0 * min;
    }
}
