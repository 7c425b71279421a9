package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 6
// args: double[3], int 1
// args: double[3], int 0
/** Values that are kept once they have been computed, and a counter of what was kept among the numbers. */
public final class Memo {

    private Memo() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n) {
        double[] known = new double[n + 1];
        double s = term(x, known, n) * known[n];
        return s + term(x, known, n / 2);
    }

    private static double term(double[] x, double[] known, int n) {
        if (n < 2) {
            known[n] = x[n];
            return x[n];
        }
        if (known[n] != 0) {
            return known[n];
        }
        double value = term(x, known, n - 1) * x[2] + term(x, known, n - 2);
        known[n] = value;
        return value;
    }
}
