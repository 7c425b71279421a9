package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double[3]
/** A row of which only the length counts: sizes are no values. */
public final class LengthOfRow {

    private LengthOfRow() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[] f(double[][] w, double[] c) {
        double[] row = w[1];
        double[] result = new double[w.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = c[row.length - 1 - i] * c[i];
        }
        return result;
    }
}
