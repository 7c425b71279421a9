package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, int 2
/** Elements that were never written are zero. */
public final class ZeroUntilWritten {

    private ZeroUntilWritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        double[] a = new double[4];
        a[n] = x * x;
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            s = s * 2 + a[i] * x;
        }
        return s;
    }
}
