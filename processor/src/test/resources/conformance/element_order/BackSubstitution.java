package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4][4] in [0.5, 1], double[4]
// args: double[1][1] in [0.5, 1], double[1]
/** From last to first, over what is done already. */
public final class BackSubstitution {

    private BackSubstitution() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] u, double[] b) {
        int n = b.length;
        double[] x = new double[n];
        double s = 0;
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= u[i][k] * x[k];
            }
            x[i] = sum / u[i][i];
            s += x[i] * x[i];
        }
        return s;
    }
}
