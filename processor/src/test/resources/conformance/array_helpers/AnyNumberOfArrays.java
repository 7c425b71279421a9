package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double[3], double[2][2]
/** A helper that takes any number of arrays and reads them, also again after they were overwritten. */
public final class AnyNumberOfArrays {

    private AnyNumberOfArrays() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[] a, double[] b, double[][] m) {
        double sum = total(b[0], a, b, m[1], new double[] {1, a[1]});
        double[] c = a.clone();
        for (int i = 0; i < 2; i++) {
            c[i] *= total(c[0], c, b) + total(a[i]);
        }
        return sum + total(2, m) + recursive(2, a, c, b);
    }

    private static double total(double weight, double[]... rows) {
        double sum = weight * rows.length;
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                sum += weight * row[i] * row[i] * rows[0][0];
            }
        }
        return sum;
    }

    private static double recursive(int n, double[]... rows) {
        return n == 0 ? rows[0][0] : Math.sin(rows[n][1]) * recursive(n - 1, rows);
    }
}
