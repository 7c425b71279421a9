package conformance.cubes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3], int 3
// args: double[3], double[3], int 1
/** A table of three dimensions, filled by a recurrence and read through a helper. */
public final class Local {

    private Local() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, int n) {
        double[][][] table = new double[n][a.length][2];
        double[][][] scale = {{{a[0], 2}, {b[1], a[1]}}, {{1, b[0]}, {a[2], 3}}};
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < a.length; j++) {
                double before = i == 0 ? a[j] : table[i - 1][j][1];
                table[i][j][0] = before * b[j];
                table[i][j][1] = table[i][j][0] * before + a[j];
            }
        }
        double s = trace(table) * scale[0][1][0];
        s += scale[1][0][1] * table[n - 1][0][1];
        return s + scale[1][1][0];
    }

    private static double trace(double[][][] t) {
        double s = 0;
        for (int i = 0; i < Math.min(t.length, t[0].length); i++) {
            s += t[i][i][0] * t[i][i][1];
        }
        return s;
    }
}
