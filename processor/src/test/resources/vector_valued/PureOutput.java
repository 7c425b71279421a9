package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], passive double[3], double
// args: double[2], passive double[3], double
// args: double[4], passive double[3], double
/** An output whose old content is no argument. */
public final class PureOutput {

    private PureOutput() {}

    @Differentiable(wrt = {"x", "c"}, outputs = "y", derivatives = Derivative.PUSHFORWARD)
    public static void f(double[] x, double[] y, double c) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i] * c;
        }
        if (c > 0) {
            y[0] += y[1] * x[0];
        }
    }
}
