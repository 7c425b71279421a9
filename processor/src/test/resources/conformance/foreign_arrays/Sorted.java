package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;

// seeds: 6
// args: double[5], double, int 0
// args: double[5], double, int 3
/** Order statistics: a copy, a range, a row and an argument are sorted. */
public final class Sorted {

    private Sorted() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c, int n) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double median = sorted[2] * x[1];
        double[][] m = new double[n][4];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 4; j++) {
                m[i][j] = Math.sin(x[j] * (i + 2) + c * j);
            }
            Arrays.sort(m[i]);
            median += m[i][3] * m[i][0] * c;
            x[i] *= median;
            Arrays.sort(x, 1, 4);
        }
        return median + x[0] * x[1] + x[2] * x[3] * c;
    }
}
