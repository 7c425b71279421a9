package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.5, 1], int 2
/** A parameter that means another array later. */
public final class ParameterAssigned {

    private ParameterAssigned() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c, int n) {
        double first = x[0];
        for (int t = 0; t < n; t++) {
            double[] next = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                next[i] = c * x[x.length - 1 - i] * x[i] + first;
            }
            x = next;
        }
        return x[0] * x[1] + x[2];
    }
}
