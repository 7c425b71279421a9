package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], int 1
/** The result is a row of a local matrix. */
public final class RowOfMatrix {

    private RowOfMatrix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[] f(double[] x, int i) {
        double[][] m = {{x[0], x[1]}, {x[0] * x[1], x[1] * x[1]}};
        return m[i];
    }
}
