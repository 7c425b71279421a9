package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.5, 1]
/** A recursive method hands its array to a method of another class, which leaves it alone. */
public final class ThroughAnotherClass {

    private ThroughAnotherClass() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        return sum(a, x, a.length);
    }

    private static double sum(double[] a, double x, int n) {
        if (n == 0) {
            return x;
        }
        return Weights.weighted(a, x, n - 1) * sum(a, x * a[n - 1], n - 1) + a[n - 1];
    }
}

final class Weights {

    private Weights() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double weighted(double[] a, double x, int i) {
        return Math.sin(a[i] * x);
    }
}
