package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6]
/** Compensated summation: the compensation has no derivative, but it must come out so. */
public final class Kahan {

    private Kahan() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double sum = 0;
        double compensation = 0;
        for (int i = 0; i < a.length; i++) {
            double y = a[i] * a[i] - compensation;
            double t = sum + y;
            compensation = (t - sum) - y;
            sum = t;
        }
        return sum;
    }
}
