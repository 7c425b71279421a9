package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4][4] in [1, 2], double[4]
/** An upper triangular solve that overwrites the right side. */
public final class BackSubstitutionInPlace {

    private BackSubstitutionInPlace() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] u, double[] b) {
        for (int i = b.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j > i; j--) {
                b[i] -= u[i][j] * b[j];
            }
            b[i] /= u[i][i];
        }
        return b[0] * b[1] + b[2] * b[3];
    }
}
