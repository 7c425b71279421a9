package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[9], double[3]
/** Counters that cannot be followed: steps in a branch, beside an inner loop's own, and beside other work. */
public final class CountedInBranches {

    private CountedInBranches() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] packed, double[] x) {
        int n = x.length;
        int l = 0;
        double s = 0;
        for (int i = 0; i < n; i++) {
            if (x[i] > 0) {
                s += packed[l] * x[i];
                l++;
            }
            s += packed[l] * packed[l];
            for (int j = 0; j < i; j++) {
                s += packed[l] * x[j];
                l++;
            }
            l++;
            s += Math.sin(packed[l]) * x[i];
        }
        return s;
    }
}
