package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3], double
/** Symmetrized in place. */
public final class Matrix {

    private Matrix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double x) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (m[i][j] + x * m[j][i]);
                m[i][j] = mean;
                m[j][i] = mean * mean;
            }
        }
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                s += m[i][j] * m[j][i];
            }
        }
        return s;
    }
}
