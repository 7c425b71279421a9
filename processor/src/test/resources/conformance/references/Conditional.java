package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3], double in [0.5, 1]
// args: double[3], double[3], double in [-1, -0.5]
/** Which array a name means depends on a condition. */
public final class Conditional {

    private Conditional() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, double x) {
        double[] larger = x > 0 ? a : b;
        double[] other;
        if (x > 0) {
            other = b;
        } else {
            other = a;
        }
        other[0] *= larger[1] * x;
        double s = sum(x < 0 ? a : b, x);
        return s * larger[0] + a[0] * b[0];
    }

    private static double sum(double[] v, double x) {
        double s = 0;
        for (double e : v) {
            s += e * e * x;
        }
        return s;
    }
}
