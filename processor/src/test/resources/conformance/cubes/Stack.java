package conformance.cubes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3][2], double[2], boolean true
// args: double[2][3][2], double[2], boolean false
// args: double[1][2][3], double[3], boolean true
// args: double[0][2][3], double[3], boolean true
/** Reads an argument of three dimensions by elements, rows and matrices. */
public final class Stack {

    private Stack() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][][] t, double[] v, boolean weighted) {
        double sum = 0;
        for (int i = 0; i < t.length; i++) {
            double[][] page = t[i];
            for (int j = 0; j < page.length; j++) {
                double[] row = page[j];
                double dot = 0;
                for (int k = 0; k < row.length; k++) {
                    dot += row[k] * v[k];
                }
                sum += weighted ? dot * dot * t[i][0][1] : Math.sin(dot);
            }
        }
        return sum;
    }
}
