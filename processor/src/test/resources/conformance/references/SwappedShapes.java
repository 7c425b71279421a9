package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[3][2], int 3
// args: double[3][2], double[2][4], int 2
// args: double[2][2], double[2][2], int 0
/** Arguments and a local matrix of different shapes exchange their places and are overwritten. */
public final class SwappedShapes {

    private SwappedShapes() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[][] b, int steps) {
        double[][] u = a;
        double[][] v = b;
        double[][] w = new double[steps + 1][2];
        w[steps][0] = a[1][0];
        for (int t = 0; t < steps; t++) {
            double[] last = v[v.length - 1];
            last[last.length - 1] += u[0][0] * u[u.length - 1][1];
            double[][] x = u;
            u = v;
            v = w;
            w = x;
            w[0][w[0].length - 1] *= 0.5 * u[0][1];
        }
        double s = u[0][0] * v[0][1] + a[1][1] * b[1][0];
        for (double[] row : w) {
            for (double value : row) {
                s += value * value * u[u.length - 1][0];
            }
        }
        return s;
    }
}
