package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[8], double
// args: double[2], double
// args: double[1], double
/** Each call returns a new array, made of that of the next call. */
public final class Wavelet {

    private Wavelet() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        double[] y = transform(x, c);
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += (i + 1) * y[i] * y[i];
        }
        return s;
    }

    private static double[] transform(double[] x, double c) {
        int n = x.length;
        double[] out = new double[n];
        if (n < 2) {
            out[0] = c * x[0];
            return out;
        }
        double[] means = new double[n / 2];
        for (int i = 0; i < n / 2; i++) {
            means[i] = (x[2 * i] + x[2 * i + 1]) / 2;
            out[n / 2 + i] = x[2 * i] - c * x[2 * i + 1] * x[2 * i];
        }
        double[] low = transform(means, c * c);
        for (int i = 0; i < n / 2; i++) {
            out[i] = low[i];
        }
        return out;
    }
}
