package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0, 1], double in [0, 1], double[2][2]
/** Between the four corners of a cell. */
public final class BilinearInterpolation {

    private BilinearInterpolation() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double u, double v, double[][] corner) {
        double lower = (1 - u) * corner[0][0] + u * corner[1][0];
        double upper = (1 - u) * corner[0][1] + u * corner[1][1];
        return (1 - v) * lower + v * upper;
    }
}
