package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[2], double[2][2], passive double[2], double
/** Two outputs, one of them a matrix, and an untouched element. */
public final class TwoOutputs {

    private TwoOutputs() {}

    @Differentiable(outputs = {"m", "v"}, derivatives = Derivative.PUSHFORWARD)
    public static void f(double[] x, double[][] m, @Passive double[] v, double c) {
        m[0][1] *= x[0] * c;
        m[1][0] = m[0][1] + x[1];
        v[0] += m[1][0] * c;
    }
}
