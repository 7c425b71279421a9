package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double[5]
// args: double[] = {2, 1, 3}, double[] = {1, 2, 1} -> 0.0, 0.0, 27.0, 0.0, 0.0, 54.0
// args: double[] = {2, 1, 2}, double[] = {1, 2, 1} -> 12.0, 0.0, 0.0, 16.0, 0.0, 0.0
// args: double[] = {-1, -2}, double[] = {1, 1} -> 0.0, 0.0, 0.0, 0.0
// kinks
/** The place of the largest value is used afterwards; perhaps nothing is larger than the start. */
public final class LargestByIf {

    private LargestByIf() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b) {
        double largest = 0;
        int best = -1;
        for (int i = 0; i < a.length; i++) {
            double value = a[i] * b[i];
            if (value > largest) {
                largest = value;
                best = i;
            }
        }
        return best < 0 ? largest : largest * largest * a[best];
    }
}
