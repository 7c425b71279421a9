package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double[5], int 4
// args: double[5], double[5], int 3
// args: double[5], double[5], int -1
// args: double[] = {1, 2, 1, 2, 1}, double[] = {1, 2, 1, 2, 1}, int 4 -> 2.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0
// kinks
/** From last to first in steps of two, the kept value second: on a tie the new one counts. */
public final class MinimumOfExpression {

    private MinimumOfExpression() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, int last) {
        double least = 9;
        for (int i = last; i >= 0; i -= 2) {
            double square = a[i] * a[i];
            least = Math.min(square * b[i], least);
        }
        return least;
    }
}
