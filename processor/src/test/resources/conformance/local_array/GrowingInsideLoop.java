package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** The length depends on the iteration. */
public final class GrowingInsideLoop {

    private GrowingInsideLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            double[] t = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                t[j] = a[j] * s;
            }
            for (int j = 0; j < i; j++) {
                t[j + 1] += t[j] * t[j];
            }
            s += t[i];
        }
        return s;
    }
}
