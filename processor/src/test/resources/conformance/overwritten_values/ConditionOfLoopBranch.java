package conformance.overwritten_values;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
// seeds: 5
/** The condition of each iteration cannot be asked again. */
public final class ConditionOfLoopBranch {

    private ConditionOfLoopBranch() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double state = 0.1;
        for (int i = 0; i < a.length; i++) {
            if (state * a[i] > 0) {
                state = a[i] - state * state;
            } else {
                state = state * a[i] + 0.2;
            }
        }
        return state;
    }
}
