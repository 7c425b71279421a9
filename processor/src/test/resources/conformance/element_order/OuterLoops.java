package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int 3
// args: double[4], int 0
/** An array from outside of a repeated loop is overwritten in the next round; one from inside is not. */
public final class OuterLoops {

    private OuterLoops() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int rounds) {
        double[] kept = new double[a.length];
        double s = 0;
        int round = 0;
        while (round < rounds) {
            double[] fresh = new double[a.length];
            fresh[0] = a[round];
            for (int i = 1; i < a.length; i++) {
                fresh[i] = Math.sin(fresh[i - 1] * a[i]) + kept[i];
                kept[i] = fresh[i] * kept[i - 1] + a[i];
            }
            s += fresh[a.length - 1] * kept[a.length - 1];
            round++;
        }
        return s;
    }
}
