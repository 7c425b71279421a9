package conformance.for_each;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** Elements are overwritten while the loop runs over them. */
public final class ArrayChangesInside {

    private ArrayChangesInside() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] b = new double[4];
        for (int i = 0; i < 4; i++) {
            b[i] = a[i] * x;
        }
        double s = 0;
        int k = 0;
        for (double v : b) {
            b[(k + 1) % 4] = v * v + a[k];
            s += v * b[k];
            k++;
        }
        return s;
    }
}
