package conformance.carried_elements;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[5]
// args: double[3], double[1]
/** Adjoints of coefficients at fixed places, one of them known by another index. */
public final class ConstantElements {

    private ConstantElements() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] c, double[] x) {
        double[] y = new double[x.length];
        int last = c.length - 1;
        double s = 0;
        for (int t = 1; t < x.length; t++) {
            y[t] = c[0] * x[t] + c[1] * x[t - 1] * y[t - 1] + c[last] * y[t - 1];
            s += y[t] * y[t] * c[2];
        }
        return s;
    }
}
