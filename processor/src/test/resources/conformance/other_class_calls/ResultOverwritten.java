package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[2]
// args: double[3], double[3]
/** What a call gives is overwritten before anything reads it, in a branch that decides on the new value. */
public final class ResultOverwritten {

    private ResultOverwritten() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    public static double f(double[] a, double[] c) {
        double s = Rounded.sine(2, a);
        if (a[2] <= a[1]) {
            return c[1] * c[0] * a[0];
        }
        s = Math.floor(Rounded.sine(a.length - 2, c));
        if (a[a.length - 1] >= a[c.length - 1] || s >= 0) {
            return c[c.length - 1] * c[1] - c[0] * a[1];
        }
        return c[c.length - 1] + a[2];
    }
}

final class Rounded {
    private Rounded() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double sine(int n, double[] v) {
        return Math.sin(v[n]);
    }
}
