package conformance.exchanged_rows;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[][] = {{4, 1, 0.5}, {1, 5, -1}, {0.5, 2, 3}}, double[3]
// args: double[][] = {{0, 2, 1}, {3, 1, -1}, {1, 0.5, 2}}, double[3]
// args: double[][] = {{0.1, 2, 1, 0}, {-3, 1, -1, 1}, {1, 5, 2, 2}, {2, 0.3, 1, -6}}, double[4]
/** Gaussian elimination with partial pivoting on the arguments themselves, rows exchanged by reference. */
public final class LuSolve {

    private LuSolve() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[] b) {
        double[] x = solve(a, b);
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += (i + 1) * x[i] * x[i] + x[i];
        }
        return s + a[0][0] * b[0];
    }

    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int p = 0; p < n; p++) {
            int max = p;
            for (int i = p + 1; i < n; i++) {
                if (Math.abs(a[i][p]) > Math.abs(a[max][p])) {
                    max = i;
                }
            }
            double[] temp = a[p];
            a[p] = a[max];
            a[max] = temp;
            double t = b[p];
            b[p] = b[max];
            b[max] = t;
            if (Math.abs(a[p][p]) <= 1e-10) {
                throw new ArithmeticException("Matrix is singular or nearly singular");
            }
            for (int i = p + 1; i < n; i++) {
                double alpha = a[i][p] / a[p][p];
                b[i] -= alpha * b[p];
                for (int j = p; j < n; j++) {
                    a[i][j] -= alpha * a[p][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = 0.0;
            for (int j = i + 1; j < n; j++) {
                sum += a[i][j] * x[j];
            }
            x[i] = (b[i] - sum) / a[i][i];
        }
        return x;
    }
}
