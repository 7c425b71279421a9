package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3]
/** One array for two arguments: both bars count. */
public final class SameArrayTwice {

    private SameArrayTwice() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        return Products.of(x, x) + x[0];
    }
}

final class Products {
    private Products() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double of(double[] u, double[] v) {
        double s = 1;
        for (int i = 0; i < u.length; i++) {
            s *= u[i] + 2 * v[i] * v[0];
        }
        return s;
    }
}
