package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3]
// seeds: 6
/** Leaves two loops at once. */
public final class InNestedLoops {

    private InNestedLoops() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m) {
        double p = 1;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                p *= 1 + m[i][j] * m[j][i];
                if (p > 1.8) {
                    return p * m[i][j];
                }
            }
            p = p + m[i][0];
        }
        return p * p;
    }
}
