package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[] = {1, 3, 2, 3} -> 0.0, 9.0, 0.0, 0.0
// args: double[] = {3, 1, 3, 2} -> 9.0, 0.0, 0.0, 0.0
// args: double[] = {-0.0, 0.0, -0.0} -> 3.0, 0.0, 0.0
// args: double[] = {0.0, -0.0} -> 3.0, 0.0
// args: double[] = {2} -> 3.0
// args: double[] = {NaN, 1, 2} -> 0.0, 0.0, 3.0
// args: double[] = {1, NaN, 2, -1} -> 0.0, 0.0, 0.0, 3.0
// args: double[] = {1, Infinity, Infinity} -> 0.0, 3.0, 0.0
// kinks
/** The first of equal elements counts; after NaN the last element does, for a comparison with NaN is false. */
public final class MaximumTies {

    private MaximumTies() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double max = a[0];
        for (int i = 1; i < a.length; i++) {
            max = Math.max(max, a[i]);
        }
        return 3 * (max == 0 ? max : max > 2 && max < 4 ? max * max / 2 : max);
    }
}
