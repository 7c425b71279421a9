package conformance.recomputed_conditions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
// seeds: 5
/** A condition on a local array that has no derivative and is overwritten afterwards. */
public final class PassiveArrayChanges {

    private PassiveArrayChanges() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] d = new double[2];
        double s = d[1] >= d[0] ? x * x : a[2];
        d[1]--;
        for (int i = 0; i < a.length; i++) {
            if (d[1] < d[0]) {
                s = s * a[i];
            } else {
                s += a[i] * x;
            }
            d[0] -= 0.6;
            d[1] = d[1] * 0.5;
        }
        return s;
    }
}
