package conformance.streams;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

// args: double[4] in [0.2, 1], double in [0.2, 1]
// seeds: 5
/** forEach writes into arrays; functions with names and references in stages. */
public final class Effects {

    private Effects() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] b = new double[a.length];
        DoubleUnaryOperator f = v -> v * x;
        IntStream.range(0, a.length).forEach(i -> b[i] = a[i] * a[(i + 1) % a.length]);
        IntStream.rangeClosed(1, 2).forEach(i -> {
            if (b[i] > 0.3) {
                b[i] *= x;
            }
        });
        double s = Arrays.stream(b).map(f).map(Math::sin).sum();
        double t = IntStream.range(0, 3).asDoubleStream().map(v -> v * s).sum();
        return s * t + DoubleStream.of(a).map(v -> v * b[0]).sequential().sum();
    }
}
