package conformance.cubes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], int 3
// args: double[5], int 1
// args: double[5], int 0
/** Matrices of different sizes, made one by one: by a loop, from a helper, by initialisers, and in place of the matrix before. */
public final class Pages {

    private Pages() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] p, int n) {
        double[][][] w = new double[n][][];
        int at = 0;
        for (int l = 0; l < w.length; l++) {
            w[l] = new double[l + 1][n - l];
            for (int i = 0; i < w[l].length; i++) {
                for (int j = 0; j < w[l][i].length; j++) {
                    w[l][i][j] = p[at++ % p.length] * (i + 1);
                }
            }
        }
        double[][][] few = {{{p[0], p[1]}, {p[1], p[2]}}, {{p[3] * p[4]}}, outer(p, n + 1)};
        few[2][0][n] += few[0][1][0];
        double s = few[1][0][0] * few[2][n][4];
        for (double[][] page : w) {
            double[] last = page[page.length - 1];
            s += last[0] * last[last.length - 1] * few[0][1][1] * page[0][0];
            last[0] *= s;
        }
        for (int l = n - 1; l > 0; l--) {
            s += w[l][l][0] * w[l - 1][0][1];
        }
        return s + few[2][0][n];
    }

    private static double[][] outer(double[] p, int n) {
        double[][] m = new double[n][p.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p.length; j++) {
                m[i][j] = p[j] * p[i];
            }
        }
        return m;
    }
}
