package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][3]
// args: double[1][1]
// args: double[4][4]
/** Rows of a matrix as arguments, a loop around the recursive call. */
public final class Determinant {

    private Determinant() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m) {
        return minors(m, new boolean[m.length], 0);
    }

    private static double minors(double[][] m, boolean[] used, int row) {
        if (row == m.length) {
            return 1;
        }
        double sum = 0;
        int sign = 1;
        for (int j = 0; j < m.length; j++) {
            if (used[j]) {
                continue;
            }
            boolean[] rest = new boolean[used.length];
            for (int k = 0; k < rest.length; k++) {
                rest[k] = used[k] || k == j;
            }
            sum += sign * entry(m[row], j) * minors(m, rest, row + 1);
            sign = -sign;
        }
        return sum;
    }

    private static double entry(double[] row, int j) {
        return row[j];
    }
}
