package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
// args: double[1]
// seeds: 3
/** The bound of a loop that makes an array per iteration changes afterwards: down, up, and by what the loop computed. */
public final class BoundMoves {

    private BoundMoves() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        double sum = 1;
        int k = x.length;
        while (k > 0) {
            for (int l = 0; l < k; l++) {
                double[] t = {x[l] * sum, x[l] + 0.5};
                sum += 0.1 * t[0] * t[1];
            }
            k--;
        }
        for (int j = 0; j < x.length; ) {
            for (int l = 0; l < j; l++) {
                double[] t = {x[l] * sum, sum - x[j]};
                sum += 0.1 * t[0] * t[1];
            }
            j = sum > 2 ? j + 1 : j + 2;
        }
        return sum;
    }
}
