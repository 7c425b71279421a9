package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3]
// args: double[1]
/** What a helper throws, the derivative throws. */
public final class OutOfBounds {

    private OutOfBounds() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] b = shorter(a);
        double x = a[0];
        store(b, x);
        return x * x;
    }

    private static double[] shorter(double[] v) {
        return new double[v.length - 1];
    }

    private static void store(double[] v, double x) {
        v[0] = x;
    }
}
