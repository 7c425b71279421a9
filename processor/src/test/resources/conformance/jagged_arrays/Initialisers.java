package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3]
/** Initialisers with rows of different lengths, with new rows, and with rows that had a name before. */
public final class Initialisers {

    private Initialisers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        double[][] corners = {{x, a[0]}, {}, {a[1], x * x, a[2]}};
        double[][] rows = {powers(x), powers(a[0]), a.clone()};
        double[] first = {x, a[1]};
        double[] second = {a[2], 1};
        double[][] named = {first, second};
        first[0] *= second[1] + x;
        double s = corners[0][1] * corners[2][2] + corners[1].length;
        for (double[] row : rows) {
            for (double v : row) {
                s += v * named[0][0];
            }
            row[0] = s;
        }
        return s + rows[1][0] * corners[2][1] + named[1][0] * first[0];
    }

    private static double[] powers(double v) {
        return new double[] {v, v * v, v * v * v};
    }
}
