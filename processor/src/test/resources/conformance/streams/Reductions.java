package conformance.streams;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

// args: double[4] in [0.2, 1], double, int 4
// args: double[4] in [0.2, 1], double, int 1
// seeds: 5
/** Products, extremes and means, of what is there and of what may be missing. */
public final class Reductions {

    private Reductions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, int n) {
        double product = Arrays.stream(a).reduce(1, (p, q) -> p * q);
        double horner = IntStream.range(0, n).mapToDouble(i -> a[i]).reduce(0, (s, v) -> s * x + v);
        double top = Arrays.stream(a).max().getAsDouble();
        double least = DoubleStream.of(x, product, horner).min().getAsDouble();
        double mean = Arrays.stream(a).average().orElseThrow();
        double second = IntStream.range(1, n).mapToDouble(i -> a[i] * x).max().orElse(x * x);
        double folded = Arrays.stream(a).reduce((p, q) -> p * x + q).getAsDouble();
        int most = IntStream.range(0, n).map(i -> (i * 7) % 5).max().getAsInt();
        return product * horner + top * least + mean * second + folded * most;
    }
}
