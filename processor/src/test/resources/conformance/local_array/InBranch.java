package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-1, 1], double[3]
// seeds: 6
/** Allocated in one branch only. */
public final class InBranch {

    private InBranch() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        double r = x;
        if (x > 0) {
            double[] t = new double[3];
            for (int i = 0; i < 3; i++) {
                t[i] = a[i] * r;
                r += t[i];
            }
            r *= t[0] + t[2];
        } else {
            double[] t = {x, r * a[0]};
            r = t[0] * t[1];
        }
        return r;
    }
}
