package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4][5], double in [0.1, 0.3], int 3
// args: double[4][5], double in [0.1, 0.3], int 2
// args: double[4][5], double in [0.1, 0.3], int 0
/** Heat on a plate: two grids exchange their places in every step. */
public final class SwappedGrids {

    private SwappedGrids() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] start, double c, int steps) {
        int n = start.length;
        int m = start[0].length;
        double[][] u = new double[n][m];
        double[][] v = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                u[i][j] = start[i][j];
                v[i][j] = start[i][j];
            }
        }
        for (int t = 0; t < steps; t++) {
            for (int i = 1; i < n - 1; i++) {
                double[] row = u[i];
                for (int j = 1; j < m - 1; j++) {
                    double around = u[i - 1][j] + u[i + 1][j] + row[j - 1] + row[j + 1];
                    v[i][j] = row[j] + c * row[j] * (around - 4 * row[j]);
                }
            }
            double[][] w = u;
            u = v;
            v = w;
        }
        double s = 0;
        for (double[] row : u) {
            for (double value : row) {
                s += value * value;
            }
        }
        return s + v[1][2];
    }
}
