package conformance.array_read;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double[3], int[] = {4, 0, 4}
/** Indirect reads, one element twice. */
public final class Gather {

    private Gather() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] table, double[] w, int[] index) {
        double s = 0;
        for (int i = 0; i < index.length; i++) {
            double v = table[index[i]];
            s += w[i] * v * v;
        }
        return s;
    }
}
