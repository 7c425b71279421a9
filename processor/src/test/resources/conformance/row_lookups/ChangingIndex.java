package conformance.row_lookups;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][2], int[] = {2, 0, 1}
/** The index of a row changes inside of the loop, or stands in an array. */
public final class ChangingIndex {

    private ChangingIndex() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, int[] order) {
        double s = 0;
        int k = 2;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < 2; j++) {
                s += m[k][j] * m[order[i]][j] * s + m[i][j];
                k = (k + 1) % 3;
            }
            for (int j = 0; j < 2; j++) {
                s += m[k][j] * m[k][j];
            }
        }
        return s;
    }
}
