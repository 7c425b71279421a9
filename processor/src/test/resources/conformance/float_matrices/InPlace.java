package conformance.float_matrices;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float[3][2], double in [0.5, 1.5], int 2
// args: float[3][2], double in [0.5, 1.5], int 0
/** Overwrites a matrix in single precision. */
public final class InPlace {

    private InPlace() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(float[][] m, double x, int n) {
        for (int step = 0; step < n; step++) {
            for (float[] row : m) {
                row[0] = (float) (row[1] * x) + row[0] * m[0][1];
            }
        }
        return m[0][0] * x + m[2][0] * m[1][1];
    }
}
