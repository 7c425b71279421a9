package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][4]
// args: double[2][1]
// seeds: 5
/** The norm of a matrix: the picked value is a sum of its own, computed once more in the reverse sweep. */
public final class RowSums {

    private RowSums() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m) {
        double norm = 0;
        for (double[] row : m) {
            double sum = 0;
            double product = 1;
            for (double v : row) {
                sum += Math.abs(v);
                product = product * (v + sum);
            }
            norm = Math.max(norm, sum * sum + product);
        }
        return norm * norm;
    }
}
