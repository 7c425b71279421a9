package conformance.streams;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.IntStream;

// args: double[4], double
// args: double[1], double -1.0
// args: double[0], double
/** Arrays from streams: mapped, filtered, of ranges, returned by helpers, assigned again, and of whole numbers. */
public final class ToArray {

    private ToArray() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] scaled = Arrays.stream(a).map(v -> v * x).map(Math::tanh).toArray();
        double[] kept = Arrays.stream(a).filter(v -> v > x).map(v -> v * v).toArray();
        int[] order = IntStream.range(0, a.length).map(i -> a.length - 1 - i).toArray();
        double[] powers = IntStream.rangeClosed(1, 3).mapToDouble(i -> Math.pow(2 + x, i)).toArray();
        double sum = kept.length + powers[2] - 0.5 * powers[0] * powers[1];
        for (int i = 0; i < kept.length; i++) {
            sum += kept[i] * (i + 1);
        }
        double[] state = centred(a);
        for (int step = 0; step < 2; step++) {
            state = Arrays.stream(state).map(v -> Math.sin(v) + x).toArray();
        }
        for (int i = 0; i < order.length; i++) {
            sum += scaled[i] * state[order[i]];
        }
        return sum + Arrays.stream(a).map(v -> v + x).toArray().length;
    }

    private static double[] centred(double[] a) {
        double mean = Arrays.stream(a).average().orElse(0);
        return Arrays.stream(a).map(v -> v - mean).toArray();
    }
}
