package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
// seeds: 5
/** Not of the kind: the candidate holds the value picked so far, or the loop passes on something else. */
public final class PickDependsOnPick {

    private PickDependsOnPick() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double decaying = a[0];
        for (int i = 1; i < a.length; i++) {
            decaying = Math.max(0.9 * decaying, a[i]);
        }
        double max = a[0];
        double sum = 0;
        for (int i = 1; i < a.length; i++) {
            max = Math.max(max, a[i]);
            sum += max * a[i];
        }
        double least = a[0];
        int k = 1;
        while (k < a.length) {
            least = Math.min(least, a[k++]);
        }
        return decaying * sum * least;
    }
}
