package conformance.recomputed_conditions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** Indices kept in an array that is overwritten, once at a place that it names itself. */
public final class IntegerArrayChanges {

    private IntegerArrayChanges() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        int[] order = {1, 1, 3, 0};
        double s = a[order[1]] * a[order[2]];
        order[order[1]] = 0;
        s *= a[order[1]] + 2;
        order[order[2] - 1] = 2;
        for (int i = 0; i < 4; i++) {
            s = s * a[order[i]] + a[i];
            order[i] = order[(i + 1) % 4];
        }
        return s;
    }
}
