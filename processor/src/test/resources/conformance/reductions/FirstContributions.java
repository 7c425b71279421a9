package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double[4], double[2][3], double[5]
/** Bars whose first contributions come from a loop over all elements, over neighbours, over a matrix, over some elements. */
public final class FirstContributions {

    private FirstContributions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] all, double[] neighbours, double[][] matrix, double[] some) {
        double s = 0;
        for (int i = 0; i < all.length; i++) {
            s += Math.sin(all[i]) * all[0];
        }
        for (int i = 0; i < neighbours.length; i++) {
            s += Math.sin(neighbours[i]) * neighbours[neighbours.length - 1 - i];
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                s += matrix[i][j] * matrix[i][j];
            }
        }
        for (int i = 0; i < 4; i++) {
            s += some[i] * some[i];
        }
        for (int i = 0; i < all.length; i++) {
            s += Math.exp(all[i]);
        }
        return s;
    }
}
