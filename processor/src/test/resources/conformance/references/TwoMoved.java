package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 3
/** Two variables start as one array and get new ones in turn. */
public final class TwoMoved {

    private TwoMoved() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n) {
        double[] v = x;
        double[] w = x;
        for (int i = 0; i < n; i++) {
            double[] a = {v[1] + w[0], v[0] * x[2], w[2]};
            v = a;
            double[] b = {w[1] * v[0], w[2], v[1]};
            w = b;
        }
        return v[0] * w[1] + v[2] * x[0];
    }
}
