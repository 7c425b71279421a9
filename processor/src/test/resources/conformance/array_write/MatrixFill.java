package conformance.array_write;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[2]
/** An outer product, changed afterwards. */
public final class MatrixFill {

    private MatrixFill() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[] y) {
        double[][] m = new double[3][2];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                m[i][j] = x[i] * y[j];
            }
        }
        m[1][1] *= m[0][0];
        m[2][0] = m[2][0] * m[1][1] + m[2][0];
        return m[0][1] + m[1][1] * m[2][0] * m[2][1];
    }
}
