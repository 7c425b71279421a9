package conformance.constants;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5]
/** A local table of coefficients. */
public final class ArrayTable {

    private ArrayTable() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x) {
        double[] c = {76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155};
        double t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
        double s = 1.000000000190015;
        double y = x;
        for (int j = 0; j < c.length; j++) {
            s += c[j] / ++y;
        }
        return -t + Math.log(2.5066282746310005 * s / x);
    }
}
