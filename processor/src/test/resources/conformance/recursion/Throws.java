package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int 2
// args: double[4], int 9
// args: double[4], int -1
/** What the recursion throws the derivatives throw too. */
public final class Throws {

    private Throws() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double unread = at(a, n);
        return a[0] * a[1];
    }

    private static double at(double[] a, int n) {
        return n == 0 ? a[0] : a[n] * at(a, n - 1);
    }
}
