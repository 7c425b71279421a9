package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[2][3], int 4, int 3, int 2
// args: double[3], double[2][3], int -1, int 3, int 2
// args: double[3], double[2][3], int -1, int 0, int 2
// args: double[3], double[2][3], int 0, int 0, int 2
// args: double[3], double[2][3], int 2, int 0, int 0
// args: double[3], double[2][3], int 2, int 0, int -3
// args: double[3], double[0][3], int 2, int 0, int 3
/** Work arrays of loops that do not run: a wrong length throws all the same. */
public final class WrongLengths {

    private WrongLengths() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[][] m, int length, int trips, int divisor) {
        double[] w = new double[length];
        double[] part = new double[6 / divisor];
        double[] row = new double[m[0].length];
        double s = a[0];
        for (int i = 0; i < trips; i++) {
            for (int j = 0; j < length; j++) {
                w[j] = a[j % 3] * (i + 1);
            }
            for (int j = 0; j < part.length; j++) {
                part[j] = Math.sin(a[j % 3] * s);
            }
            for (int j = 0; j < row.length; j++) {
                row[j] = a[j % 3] * a[i % 3] + m[0][j];
            }
            for (double v : w) {
                s += v * Math.sin(v);
            }
            for (double v : part) {
                s += v * v;
            }
            for (double v : row) {
                s += v * v * v;
            }
        }
        return s;
    }
}
