package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
// seeds: 5
/** The arguments of each call are overwritten before the next one. */
/** A differentiable function of another class, with local arrays of its own. */
public final class InLoopAndBranch {

    private InLoopAndBranch() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0.5;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0) {
                s = Steps.advance(s, a[i]);
            } else {
                s += Steps.advance(a[i], s) * s;
            }
        }
        return Steps.advance(s, s);
    }
}

final class Steps {
    private Steps() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double advance(double state, double by) {
        double[] t = {state, by};
        for (int i = 0; i < 2; i++) {
            t[i] = Math.sin(t[i]) + t[1 - i] * t[i];
        }
        return t[0] + t[1];
    }
}
