package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[2], double[3][2], double, int 0
// args: double[2], double[3][2], double, int 3
/** Another class overwrites local arrays, arguments and rows of matrices, which are read before and after. */
/** Overwrites its arguments. */
public final class InPlace {

    private InPlace() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] y, double[][] m, double h, int n) {
        double[] k = new double[y.length];
        double sum = y[0] * m[0][1];
        for (int i = 0; i < n; i++) {
            Steps.rate(y, k, h);
            sum += k[0] * y[1];
            Steps.advance(y, k, h * (i + 1));
            if (y[0] > -0.2) {
                Steps.advance(m[i], y, 0.5 * h);
                Steps.advance(m[(i + 1) % 3], m[i], h);
            }
            sum += m[i][0] * y[0];
            Steps.rate(k, y, sum);
        }
        Steps.smooth(m, sum);
        through(k, y);
        return sum + m[1][0] * m[2][1] + k[0] * y[1];
    }

    private static void through(double[] a, double[] b) {
        a[0] *= b[0];
        Steps.advance(a, b, a[1]);
        b[1] -= a[0];
    }
}

final class Steps {

    private Steps() {}

    /** What {@code k} held before does not count. */
    @Differentiable(outputs = "k", derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static void rate(double[] y, @Passive double[] k, double h) {
        k[0] = y[1] * h;
        k[1] = -Math.sin(y[0]) + k[0] * y[1];
    }

    @Differentiable(outputs = "y", derivatives = Derivative.HESSIAN_VECTOR)
    static void advance(double[] y, double[] k, double h) {
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i] * Math.cos(y[i]) + h * k[i] * y[0];
        }
    }

    @Differentiable(outputs = "m", derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static void smooth(double[][] m, double c) {
        for (int i = 1; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                m[i][j] += m[i - 1][j] * c;
            }
        }
    }
}
