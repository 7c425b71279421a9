package conformance.ternary;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
// seeds: 4
/** A choice per element. */
public final class Relu {

    private Relu() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double y = x[i] > 0 ? x[i] : 0.01 * x[i];
            s += y * y;
        }
        return s;
    }
}
