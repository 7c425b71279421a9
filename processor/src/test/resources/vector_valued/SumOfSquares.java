package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[4][3]
/** Sums per data point before the results are stored. */
public final class SumOfSquares {

    private SumOfSquares() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[] f(double[] w, double[][] points) {
        double sum = 0;
        double squares = 0;
        for (double[] point : points) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * point[j];
            }
            sum += Math.tanh(z);
            squares += z * z;
        }
        return new double[] {sum, squares * sum};
    }
}
