package conformance.overwritten_values;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** One element is added to in every iteration, and its first value decides a branch and a factor before the loop. */
public final class AccumulatedElement {

    private AccumulatedElement() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] b) {
        double[] d = new double[b.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.cos(b[i]);
        }
        double s = d[3] >= d[0] ? b[3] * d[3] : b[2] * d[3];
        for (double e : b) {
            d[3] += e - 1.0;
        }
        return s * d[3] + d[1] * d[3];
    }
}
