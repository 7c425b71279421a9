package conformance.streams;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.IntStream;

// args: double[6], int[] {3, -1, 0, 4}
// args: double[6] in [-1, -0.5], int[] {-3}
// seeds: 6
/** Filters in front of and behind maps; empty results. */
public final class Filters {

    private Filters() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int[] index) {
        double positive = Arrays.stream(a).filter(v -> v > 0).sum();
        double large = Arrays.stream(a).map(v -> v * a[0]).filter(v -> v > 0.1).map(v -> v * v).sum();
        double even = IntStream.range(0, a.length).filter(i -> i % 2 == 0).mapToDouble(i -> a[i] * i).sum();
        int whole = Arrays.stream(index).filter(i -> i > 0).map(i -> i * 2).sum();
        long count = Arrays.stream(a).filter(v -> v > 0).count();
        double mean = Arrays.stream(a).filter(v -> v < 0).average().orElse(a[1]);
        return positive * large + even * whole + count * a[2] + mean;
    }
}
