package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[3], double
// args: double[1], double
/** Outputs whose content before does not matter, or that do not depend on the independents, and a result that is constant. */
public final class PassiveOutputs {

    private PassiveOutputs() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double c) {
        double[] y = a.clone();
        double[][] m = new double[2][a.length];
        double[] count = {c};
        double s = 0;
        for (int i = 1; i < 3; i++) {
            Filled.fill(y, m, count, a, c * i);
            s += count[0] * y[0] + m[1][0] * Math.sin(m[0][a.length - 1]);
            y[0] *= s;
        }
        double[] grid = Filled.grid(a, c);
        return s * grid[grid.length - 1] + Filled.row(m, s)[0][0] * y[0];
    }
}

final class Filled {
    private Filled() {}

    @Differentiable(
            outputs = {"y", "m", "count"},
            derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static void fill(@Passive double[] y, double[][] m, @Passive double[] count, double[] a, double c) {
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] * Math.exp(0.1 * c);
            m[0][i] += c * a[i];
            m[1][i] = y[i] * m[0][i];
        }
        count[0] = y.length;
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double[] grid(double[] a, double c) {
        double[] grid = new double[a.length + 1];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = i;
        }
        return grid;
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double[][] row(double[][] m, double c) {
        double[][] row = new double[1][m[0].length];
        for (int i = 0; i < m[0].length; i++) {
            row[0][i] = Math.cos(m[0][i] * c);
        }
        return row;
    }
}
