package conformance.nested_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double[2]
/** Depth. */
public final class FourDeep {

    private FourDeep() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 1; j >= 0; j--) {
                for (int k = 0; k <= i; k++) {
                    for (int l = 0; l < 2; l++) {
                        s = s * 0.5 + a[i] * b[j] * a[k] * b[l];
                    }
                }
            }
        }
        return s;
    }
}
