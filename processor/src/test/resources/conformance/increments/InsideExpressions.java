package conformance.increments;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** Increments whose value is used: the order of evaluation shows. */
public final class InsideExpressions {

    private InsideExpressions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        int k = 0;
        double s = a[k++] * a[k];
        s += a[++k] * a[k--];
        double[] b = new double[3];
        int j = 0;
        b[j++] = s;
        b[j++] = s * s;
        b[j] = a[3];
        return b[0] * b[1] + b[2] * a[k];
    }
}
