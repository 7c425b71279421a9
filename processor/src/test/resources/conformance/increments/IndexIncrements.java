package conformance.increments;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** An index that walks by itself. */
public final class IndexIncrements {

    private IndexIncrements() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        int k = 0;
        double s = a[k] * 2;
        k++;
        s += a[k] * a[k - 1];
        ++k;
        s *= a[k];
        k++;
        s -= a[k] * s;
        k--;
        return s * a[k];
    }
}
