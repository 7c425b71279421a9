package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[][] = {{0.5, -1, 2}, {}, {0.25}, {1, 3}}, double
// args: double[][] = {{2}, {0.5, 0.5, 0.5, -2}, {1}, {}}, double
/** A given matrix with rows of different lengths, one of them empty, copied row by row and overwritten. */
public final class GivenMatrix {

    private GivenMatrix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double c) {
        double[][] before = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            before[i] = m[i].clone();
        }
        for (double[] row : m) {
            for (int j = row.length - 1; j > 0; j--) {
                row[j] *= row[j - 1] + c;
            }
        }
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < before[i].length; j++) {
                s += m[i][j] * Math.sin(before[i][j]);
                before[i][j] = s;
            }
        }
        return s * before[0][0];
    }
}
