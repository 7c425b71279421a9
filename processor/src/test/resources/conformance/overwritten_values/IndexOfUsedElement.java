package conformance.overwritten_values;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int 1
/** The index of a needed element changes. */
public final class IndexOfUsedElement {

    private IndexOfUsedElement() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int k) {
        double s = a[k] * a[k];
        k += 2;
        s *= a[k];
        k = 0;
        s += a[k] * s;
        return s;
    }
}
