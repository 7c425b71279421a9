package conformance.long_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[9], double[9]
// seeds: 2
/** Nested loops with branches, overwritten scalars and elements. */
public final class LongNested {

    private LongNested() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b) {
        double[] c = new double[a.length];
        double s = 0.3;
        for (int round = 0; round < 12; round++) {
            for (int i = 0; i < a.length; i++) {
                for (int j = i; j < b.length; j += 2) {
                    if (s * a[i] > b[j] * 0.5) {
                        s = Math.tanh(s + a[i] * b[j]);
                    } else {
                        c[i] = s * b[j] - 0.5 * c[j];
                    }
                }
            }
        }
        for (double v : c) {
            s += v * v;
        }
        return s;
    }
}
