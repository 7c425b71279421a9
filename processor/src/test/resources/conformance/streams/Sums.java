package conformance.streams;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.IntStream;

// args: double[5], double[5], int 5
// args: double[5] in [0, 1e6], double[5] in [-1e-6, 1e6], int 4
// args: double[3], double[3], int 0
/** Sums over ranges and arrays, whose last bits are those of the platform. */
public final class Sums {

    private Sums() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] w, double[] x, int n) {
        double dot = IntStream.range(0, n).mapToDouble(i -> w[i] * x[i]).sum();
        double squares = Arrays.stream(x).map(v -> v * v).sum();
        double tail = IntStream.rangeClosed(1, n - 1).mapToDouble(i -> w[i - 1] * x[i]).sum();
        double plain = Arrays.stream(w).sum();
        return dot * squares + tail - plain;
    }
}
