package conformance.row_lookups;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2], double[2][2], int 0
// args: double[2][2], double[2][2], int 3
/** The first row of a matrix is another array after each exchange. */
public final class ExchangedMatrices {

    private ExchangedMatrices() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[][] b, int n) {
        double s = b[1][0];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < a[0].length; k++) {
                a[0][k] = Math.sin(a[0][k]) * b[1][k] + s;
            }
            s += a[0][0] * b[0][1];
            double[][] t = a;
            a = b;
            b = t;
        }
        return s * a[0][0] * b[1][1] + a[1][0];
    }
}
