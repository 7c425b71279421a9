package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: passive double[6], double
/** An output in place of which each element depends on the last one. */
public final class TallOutput {

    private TallOutput() {}

    @Differentiable(outputs = "y", wrt = "x", derivatives = Derivative.PUSHFORWARD)
    public static void f(double[] y, double x) {
        for (int i = 0; i < y.length; i++) {
            y[i] = i == 0 ? x : y[i - 1] * x;
        }
    }
}
