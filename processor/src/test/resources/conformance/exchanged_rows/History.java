package conformance.exchanged_rows;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double, int 0
// args: double[3], double, int 1
// args: double[3], double, int 7
/** A multistep method whose past slopes move up by one row; the name of the oldest one is declared outside of the loop. */
public final class History {

    private History() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] start, double k, int steps) {
        int n = start.length;
        double[][] slopes = new double[3][n];
        double[] x = start.clone();
        double[] oldest;
        for (int s = 0; s < steps; s++) {
            oldest = slopes[2];
            slopes[2] = slopes[1];
            slopes[1] = slopes[0];
            slopes[0] = oldest;
            for (int i = 0; i < n; i++) {
                slopes[0][i] = -k * Math.sin(x[i]) + oldest[i] * 0.1;
            }
            for (int i = 0; i < n; i++) {
                x[i] += 0.1 * (23 * slopes[0][i] - 16 * slopes[1][i] + 5 * slopes[2][i]) / 12;
            }
        }
        return x[0] * x[1] + x[2] * slopes[1][0];
    }
}
