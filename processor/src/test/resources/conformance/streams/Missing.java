package conformance.streams;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.stream.IntStream;

// args: double[3], int 3
// args: double[3], int 0
// seeds: 5
/** A result that is missing is an exception, as in the primal. */
public final class Missing {

    private Missing() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double top = IntStream.range(0, n).mapToDouble(i -> a[i] * a[i]).max().getAsDouble();
        return top * a[1];
    }
}
