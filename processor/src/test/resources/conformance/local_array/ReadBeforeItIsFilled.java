package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3]
/** The first sweep needs zeros, the reverse sweep starts with what the first one left. */
public final class ReadBeforeItIsFilled {

    private ReadBeforeItIsFilled() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        double carry = 1;
        for (int j = 0; j < x.length; j++) {
            double[][] l = new double[2][2];
            for (int i = 0; i < 2; i++) {
                for (int k = 0; k <= i; k++) {
                    l[i][k] = Math.sin(carry * x[j] + l[1 - i][(i + 1) % 2] * x[j]);
                }
            }
            double[] row = l[1];
            carry += row[0] * row[1] * l[0][0] * l[0][0];
        }
        return carry;
    }
}
