package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double
/** A helper with an effect inside an expression: Java evaluates from left to right. */
public final class EvaluationOrder {

    private EvaluationOrder() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] b = {a[0], a[1]};
        double s = b[0] * bump(b, x) + b[0];
        b[1] += bump(b, s) * b[1];
        double t = bump(b, x) - bump(b, x) * b[0];
        return s * b[1] + t;
    }

    private static double bump(double[] v, double by) {
        v[0] = v[0] * by + 1;
        return v[0] * v[1];
    }
}
