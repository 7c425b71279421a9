package conformance.array_read;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[][] = {{1.0, 2.0}, {0.5}, {}, {0.25, 1.5, -1.0}}, double
/** Rows of different lengths. */
public final class RaggedMatrix {

    private RaggedMatrix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double x) {
        double s = x;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                s += Math.sin(m[i][j] * s);
            }
        }
        return s;
    }
}
