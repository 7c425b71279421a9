package conformance.nested_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][4], double[4], double[3]
/** A bilinear form. */
public final class MatrixVector {

    private MatrixVector() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[] x, double[] y) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double r = 0;
            for (int j = 0; j < x.length; j++) {
                r += a[i][j] * x[j];
            }
            s += y[i] * r * r;
        }
        return s;
    }
}
