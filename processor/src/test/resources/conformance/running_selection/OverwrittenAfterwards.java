package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
// seeds: 5
/** What the picked iteration read is overwritten later, and the variable is used before and after. */
public final class OverwrittenAfterwards {

    private OverwrittenAfterwards() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] work = a.clone();
        double total = 0;
        for (int t = 0; t < 3; t++) {
            double max = work[t];
            total += max * work[t + 1];
            for (int i = t + 1; i < work.length; i++) {
                max = Math.max(max, work[i] * work[i - 1]);
            }
            for (int i = 0; i < work.length; i++) {
                work[i] = work[i] * max + 0.1;
            }
            max = max * max;
            total += max;
        }
        return total;
    }
}
