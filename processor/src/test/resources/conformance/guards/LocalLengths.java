package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 2
// args: double[2], int 1
/** What an exception says of a local array, in a method whose pattern is asked for. */
public final class LocalLengths {

    private LocalLengths() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.SPARSITY})
    public static double f(double[] a, int n) {
        double[] squares = new double[n];
        double sum = 0;
        if (squares.length > a.length) {
            throw new IllegalArgumentException("a has length " + a.length + ", not " + squares.length);
        }
        for (int i = 0; i < n; i++) {
            squares[i] = a[i] * a[i];
            sum += squares[i] * a[0];
        }
        return sum;
    }
}
