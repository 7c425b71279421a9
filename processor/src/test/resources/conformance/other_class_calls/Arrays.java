package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[2][3]
/** Arrays and rows go to another class. */
public final class Arrays {

    private Arrays() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[][] m) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            s += Norms.squared(m[i]) * Norms.dot(x, m[i]);
        }
        double[] local = {s, x[0] * s, x[1]};
        return Norms.squared(local) + s;
    }
}

final class Norms {
    private Norms() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double squared(double[] v) {
        double s = 0;
        for (double e : v) {
            s += e * e;
        }
        return s;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double dot(double[] u, double[] v) {
        double s = 0;
        for (int i = 0; i < u.length; i++) {
            s += u[i] * v[i];
        }
        return s;
    }
}
