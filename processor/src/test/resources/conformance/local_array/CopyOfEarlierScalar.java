package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0, 1]
// args: double[3], double in [-1, 0]
/** Arrays hold the values of variables that were declared before them, and outside the loop that stores. */
public final class CopyOfEarlierScalar {

    private CopyOfEarlierScalar() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double s = x;
        if (x > 0) {
            double t = Math.sin(s);
            double[] buffer = new double[2];
            buffer[0] = t;
            s += buffer[0] * t;
        }
        for (int round = 0; round < 2; round++) {
            double v = s * s;
            double[] row = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                row[i] = v;
            }
            s = s * row[0] + v * a[1] * row[2];
        }
        return s;
    }
}
