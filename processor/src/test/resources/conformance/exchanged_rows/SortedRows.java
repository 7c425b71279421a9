package conformance.exchanged_rows;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double
/** Rows of different lengths sorted by their first element, while another name for one of them stays. */
public final class SortedRows {

    private SortedRows() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        int n = x.length;
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                m[i][j] = x[i] * (j + c);
            }
        }
        double[] first = m[0];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (m[j][0] < m[i][0]) {
                    double[] row = m[i];
                    m[i] = m[j];
                    m[j] = row;
                    row[0] *= 1.5;
                }
            }
        }
        first[0] *= c;
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m[i].length; j++) {
                s += (i + 1) * m[i][j] * m[i][0];
            }
            m[i][0] = s;
        }
        return s * first[0];
    }
}
