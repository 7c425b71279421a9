package conformance.exact_tapes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][2], double
// args: double[][] = {}, double
/** The inner loop bound exists only where the outer loop runs. */
public final class EmptyMatrix {

    private EmptyMatrix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double x) {
        double s = x;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[0].length; j++) {
                s = Math.sin(s * m[i][j]);
            }
        }
        return s;
    }
}
