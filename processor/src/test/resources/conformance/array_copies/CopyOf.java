package conformance.array_copies;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;

// args: double[3], int 2
// args: double[3], int 3
// args: double[3], int 5
// args: double[3], int 0
// args: double[3], int -1
/** Shorter, longer with zeros, empty, and a negative length. */
public final class CopyOf {

    private CopyOf() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double[] b = Arrays.copyOf(a, n);
        double[] same = Arrays.copyOf(a, a.length);
        double s = 1;
        for (int i = 0; i < n; i++) {
            s += b[i] * b[i] + i * b[i];
            b[i] = s;
        }
        a[0] *= 2;
        for (double v : b) {
            s += v * same[0] * a[0];
        }
        return s + Arrays.copyOf(same, 5)[4];
    }
}
