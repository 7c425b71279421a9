package conformance.index_effects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int[] {2, 0, 3, 1}
/** Indices out of an array of integers that changes. */
public final class Indirect {

    private Indirect() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int[] index) {
        int[] order = index.clone();
        double s = 1;
        int k = 0;
        while (k < order.length) {
            s = s * a[order[k]] + a[order[order[k++]]];
        }
        order[order[0]]++;
        a[order[0]] = a[order[1]] = s * a[order[2]] * 0.5;
        k = 0;
        a[order[k++] - 1] += a[order[k++] + 1] * s;
        return s + a[0] * a[1] + a[2] * a[3];
    }
}
