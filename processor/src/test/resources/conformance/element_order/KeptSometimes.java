package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [-1, 1]
/** An array keeps a value of the iteration in some iterations only. */
public final class KeptSometimes {

    private KeptSometimes() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        double[] kept = new double[x.length];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double v = Math.exp(x[i]);
            if (i % 2 == 0) {
                kept[i] = v;
            }
            s += v * v * v + 0.1 * s;
        }
        for (double v : kept) {
            s += v * v;
        }
        return s;
    }
}
