package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[][] = {{1, 2}, {0.5, -1}, {0.25, 1}}, double
/** One variable for several arrays, each of which has the name for a time of its own. */
public final class Straight {

    private Straight() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[][] m, double c) {
        double[] v = a;
        v[0] *= c;
        double s = v[1] * v[0];
        v = m[0];
        s += v[0] * v[1];
        double[] row = m[1];
        for (int i = 0; i < m.length; i++) {
            row = m[i];
            row[0] += s;
            s += row[1] * v[0];
        }
        v = new double[] {s, c, s * c, 1};
        for (int i = 0; i < v.length; i++) {
            s += v[i] * a[0];
        }
        return s;
    }
}
