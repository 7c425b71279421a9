package conformance.streams;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.IntStream;

// args: double[3], double[3], double[4], int 4
/** A loss with a stream in a stream, in a mean. */
public final class Loss {

    private Loss() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] w, double[] features, double[] y, int n) {
        double loss = IntStream.range(0, n)
                .mapToDouble(i -> {
                    double p = IntStream.range(0, w.length)
                            .mapToDouble(j -> w[j] * features[(i + j) % features.length])
                            .sum();
                    double r = Math.tanh(p) - y[i];
                    return r * r;
                })
                .sum();
        return loss / n + 0.1 * Arrays.stream(w).map(v -> v * v).sum();
    }
}
