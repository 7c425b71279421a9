package conformance.compound_assignment;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], int 2
/** Integers take part, narrowing included. */
public final class IntTargets {

    private IntTargets() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        int k = n;
        k += 1;
        k *= 2;
        k -= a.length / 2;
        double s = a[k];
        s *= k;
        k /= 2;
        k %= 4;
        k <<= 1;
        return s * a[k] + k;
    }
}
