package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3]
/** A loop inside adds to the bar of an element of the loop outside, which may be before any or after some additions. */
public final class SumPerElement {

    private SumPerElement() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[] y) {
        double[] product = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < y.length; j++) {
                product[j] += x[i] * y[j];
            }
        }
        double s = 0;
        for (int j = 0; j < y.length; j++) {
            double[] row = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                row[i] = x[i] * x[i];
                for (int k = 0; k <= i; k++) {
                    row[i] += Math.sin(y[k] * x[i]);
                }
            }
            for (int i = 0; i < row.length; i++) {
                s += row[i] * row[i] * product[j];
            }
        }
        return s;
    }
}
