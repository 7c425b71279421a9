package conformance.row_alias;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3]
/** A second name for a local array. */
public final class AliasOfArray {

    private AliasOfArray() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        double[] a = new double[3];
        double[] b = a;
        for (int i = 0; i < 3; i++) {
            a[i] = x[i] * x[i];
        }
        b[0] += a[1] * x[2];
        a[1] = b[0] * b[2];
        return a[0] * b[1];
    }
}
