package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 2
// args: double[2], int 1
/** What an exception says of a value that varies, in a method whose pattern is asked for. */
public final class LocalValues {

    private LocalValues() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.SPARSITY})
    public static double f(double[] a, int n) {
        double[] squares = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            squares[i] = a[i] * a[i];
            sum += squares[i] * a[0];
        }
        if (n < 0) {
            throw new IllegalStateException("sum is " + sum + " of " + a[0]);
        }
        return sum;
    }
}
