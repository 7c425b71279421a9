package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[9], double[2][2]
/** More independents than results, in a method that overwrites its argument. */
public final class Wide {

    private Wide() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[] f(double[] x, double[][] m) {
        double[] sums = new double[2];
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * m[i % 2][0];
            sums[i % 2] += x[i] * m[1][i % 2];
        }
        return sums;
    }
}
