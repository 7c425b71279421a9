package conformance.overwritten_values;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
/** A local copy is overwritten, the parameter stays. */
public final class ParameterArrayCopy {

    private ParameterArrayCopy() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] b = new double[3];
        for (int i = 0; i < 3; i++) {
            b[i] = a[i];
        }
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3; i++) {
                b[i] = b[i] * b[(i + 1) % 3] + x;
            }
        }
        return b[0] * a[0] + b[1];
    }
}
