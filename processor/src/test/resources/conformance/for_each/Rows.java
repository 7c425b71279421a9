package conformance.for_each;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][2]
/** Over rows and their elements. */
public final class Rows {

    private Rows() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m) {
        double product = 1;
        for (double[] row : m) {
            double s = 0;
            for (double v : row) {
                s += Math.exp(v);
            }
            product *= s;
        }
        return product;
    }
}
