package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3]
/** Loops and blocks declare the same names again. */
public final class ScopesOfSameName {

    private ScopesOfSameName() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            double t = a[i] * s;
            s += t;
        }
        for (int i = 0; i < a.length; i++) {
            double t = a[i] + s;
            s *= t;
        }
        {
            double t = s * s;
            s = t + a[0];
        }
        return s;
    }
}
