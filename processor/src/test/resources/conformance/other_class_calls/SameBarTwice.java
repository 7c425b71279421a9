package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[2][3], int = 1
/** One array for two arguments has one bar: no element of it may wait in a local variable while the other one is added to. */
public final class SameBarTwice {

    private SameBarTwice() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[][] m, int i) {
        return Correlations.first(x, x) * Correlations.first(m[i], m[1]) + Correlations.rows(m, m[i]);
    }
}

final class Correlations {
    private Correlations() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double first(double[] u, double[] v) {
        double s = 0;
        for (int i = 0; i < v.length; i++) {
            s += v[i] * u[0];
        }
        return s;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double rows(double[][] m, double[] v) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int k = 0; k < v.length; k++) {
                s += m[i][k] * v[k] * v[0];
            }
        }
        return s;
    }
}
