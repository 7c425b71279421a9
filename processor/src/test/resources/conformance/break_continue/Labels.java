package conformance.break_continue;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3]
// seeds: 6
/** Leaves and continues the outer loop. */
public final class Labels {

    private Labels() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m) {
        double s = 1;
        rows:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                s += m[i][j] * s;
                if (s < 0.5) {
                    continue rows;
                }
                if (s > 2.5) {
                    break rows;
                }
                s *= 1 + 0.1 * m[j][i];
            }
            s = s * s;
        }
        return s;
    }
}
