package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2], double[2][2], int 3
/** Rows and whole matrices are overwritten while the matrices change places. */
public final class ExchangedMatrices {

    private ExchangedMatrices() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[][] b, int n) {
        for (int i = 0; i < n; i++) {
            GridSteps.step(a[0], b[1], 0.2);
            GridSteps.smooth(b, a, 0.4);
            double[][] t = a;
            a = b;
            b = t;
        }
        return a[0][0] * b[1][1] + a[1][0];
    }
}

final class GridSteps {

    private GridSteps() {}

    @Differentiable(outputs = "y", derivatives = Derivative.HESSIAN_VECTOR)
    static void step(double[] y, double[] k, double h) {
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i] * Math.cos(y[i]) + h * k[i] * y[0];
        }
    }

    @Differentiable(outputs = "m", derivatives = Derivative.HESSIAN_VECTOR)
    static void smooth(double[][] m, double[][] w, double c) {
        for (int i = 1; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                m[i][j] += m[i - 1][j] * c * w[i][j];
            }
        }
    }
}
