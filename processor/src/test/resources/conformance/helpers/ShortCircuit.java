package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2] in [-1, 1]
// seeds: 6
/** A helper with an effect that is not always called. */
public final class ShortCircuit {

    private ShortCircuit() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] b = {a[0], a[1]};
        double s = 1;
        if (b[0] > 0 && grows(b)) {
            s = b[0] * b[1];
        }
        s += b[1] > 0.2 || grows(b) ? b[0] : b[1] * s;
        return s + b[0] * b[1];
    }

    private static boolean grows(double[] v) {
        v[0] = v[0] * v[1] + 0.5;
        return v[0] > v[1];
    }
}
