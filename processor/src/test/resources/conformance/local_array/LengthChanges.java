package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [-1, 1], int 3, boolean true
/** What was the length of a work array changes before the loop that fills it. */
public final class LengthChanges {

    private LengthChanges() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n, boolean shorten) {
        double[] work = new double[n];
        if (shorten) {
            n = n - 1;
        }
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < n; k++) {
                work[k] = x[i] * (k + 1);
            }
            s += work[0] * work[1] + work.length * x[i] * x[i] + work[work.length - 1];
        }
        return s;
    }
}
