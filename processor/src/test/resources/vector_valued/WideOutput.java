package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double[8], double
/** An output that depends on many arguments, and on what it held. */
public final class WideOutput {

    private WideOutput() {}

    @Differentiable(outputs = "y", derivatives = Derivative.PUSHFORWARD)
    public static void f(double[] y, double[] x, double c) {
        for (int i = 0; i < x.length; i++) {
            y[i % 2] = y[i % 2] * c + Math.sin(x[i]);
        }
    }
}
