package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[2][2], double, boolean true
// args: double[3], double[2][2], double, boolean false
/** Arrays of different lengths and origins chosen by conditions, in branches, in expressions and in loops, and written to. */
public final class Chosen {

    private Chosen() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[][] m, double c, boolean first) {
        double[] v = first ? a : m[1];
        double s = 0;
        for (int i = 0; i < v.length; i++) {
            v[i] *= c + i;
            s += v[i] * a[0];
        }
        double[] w;
        if (s > 0.1) {
            w = a.clone();
            s *= 2;
        } else {
            w = new double[] {c, s};
        }
        for (int i = 0; i < w.length; i++) {
            double[] row = i == 0 ? m[0] : i == 1 ? a : w;
            if (row[1] > 2) {
                continue;
            }
            row[1] += w[i] * s;
            s += row[0] * row[1];
        }
        double[][] grid = first ? m : new double[][] {{c, s, 1}};
        double total = w[1] * s;
        for (double[] row : grid) {
            total += row[0] * row[1];
        }
        if (total > 5) {
            return total * c;
        }
        return total + v[1] * w[0];
    }
}
