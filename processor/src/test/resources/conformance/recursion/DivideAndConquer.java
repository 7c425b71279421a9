package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[7]
// args: double[1]
// args: double[0]
// args: double[16]
/** Two calls on halves of an array. */
public final class DivideAndConquer {

    private DivideAndConquer() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        return sum(a, 0, a.length) * sum(a, 0, a.length / 2);
    }

    private static double sum(double[] a, int from, int to) {
        if (to - from < 3) {
            double s = 0;
            for (int i = from; i < to; i++) {
                s += Math.exp(a[i]) * a[i];
            }
            return s;
        }
        int middle = (from + to) / 2;
        return sum(a, from, middle) + sum(a, middle, to);
    }
}
