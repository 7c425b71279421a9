package conformance.recurrence;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double in [-0.5, 0.5], double in [-0.5, 0.5]
/** A second-order filter with its state in scalars. */
public final class IirFilter {

    private IirFilter() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double a1, double a2) {
        double y1 = 0;
        double y2 = 0;
        double power = 0;
        for (int i = 0; i < x.length; i++) {
            double y = x[i] - a1 * y1 - a2 * y2;
            power += y * y;
            y2 = y1;
            y1 = y;
        }
        return power;
    }
}
