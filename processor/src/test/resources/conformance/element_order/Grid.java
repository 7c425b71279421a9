package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][4]
// args: double[1][1]
/** A table filled from its upper left corner; the same with rows written over once more. */
public final class Grid {

    private Grid() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a) {
        int rows = a.length;
        int columns = a[0].length;
        double[][] c = new double[rows + 1][columns + 1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                c[i][j] = a[i - 1][j - 1] + 0.5 * c[i - 1][j] * c[i][j - 1] + Math.sin(c[i - 1][j - 1]);
            }
        }
        double s = c[rows][columns];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j < columns; j++) {
                c[i][j] = c[i][j + 1] * c[i - 1][j];
            }
        }
        return s * c[rows][1] * c[1][1];
    }
}
