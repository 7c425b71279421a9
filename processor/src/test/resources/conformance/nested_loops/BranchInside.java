package conformance.nested_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3], double
// seeds: 5
/** Branches choose per entry. */
public final class BranchInside {

    private BranchInside() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double x) {
        double s = 1;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i == j) {
                    s *= 1 + m[i][j] * x;
                } else if (m[i][j] > 0) {
                    s += m[i][j] * m[j][i];
                }
            }
        }
        return s;
    }
}
