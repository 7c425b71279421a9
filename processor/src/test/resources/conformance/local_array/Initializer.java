package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Arrays given by their elements, integers among them. */
public final class Initializer {

    private Initializer() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double[] v = {x, y, x * y, 2, Math.sin(x)};
        int[] order = {4, 2, 0};
        double[] w = new double[] {v[order[0]], v[order[1]] * v[1]};
        return w[0] * w[1] + v[order[2]] * v[3];
    }
}
