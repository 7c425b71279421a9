package conformance.array_write;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], int[] = {1, 2, 1, 0, 1}
/** A weighted histogram. */
public final class ScatterAdd {

    private ScatterAdd() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int[] bin) {
        double[] count = new double[3];
        for (int i = 0; i < a.length; i++) {
            count[bin[i]] += a[i] * a[i];
        }
        double s = 0;
        for (double c : count) {
            s += c * c;
        }
        return s;
    }
}
