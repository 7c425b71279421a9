package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double
/** A result without a derivative. */
public final class Constant {

    private Constant() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[] f(double[] x, double y) {
        double[] r = new double[2];
        r[0] = x[0] > y ? 1 : 2;
        return r;
    }
}
