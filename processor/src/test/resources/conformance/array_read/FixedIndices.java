package conformance.array_read;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
/** Rosenbrock's function. */
public final class FixedIndices {

    private FixedIndices() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        double u = x[1] - x[0] * x[0];
        double v = 1 - x[0];
        double w = x[3] - x[2] * x[2];
        return 100 * u * u + v * v + c * w * w + x[0];
    }
}
