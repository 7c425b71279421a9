package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6]
// seeds: 5
/** Two picks in one loop, and a number that is only counted. */
public final class RangeInOneLoop {

    private RangeInOneLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double low = a[0];
        double high = a[0];
        int rises = 0;
        for (int i = 1; i < a.length; i++) {
            if (a[i] > a[i - 1]) {
                rises++;
            }
            double sine = Math.sin(a[i]);
            low = Math.min(low, sine);
            if (high < a[i] * a[i]) {
                double square = a[i] * a[i];
                high = square;
            }
        }
        return rises * high * high - low * high;
    }
}
