package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double, int 0
// args: double[2], double, int 4
/** The state variable gets a new array in each step, which is kept in the path, too. */
public final class MovedStates {

    private MovedStates() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] start, double k, int steps) {
        double[][] path = new double[steps + 1][];
        double[] x = start.clone();
        path[0] = x;
        for (int s = 0; s < steps; s++) {
            x = step(x, k);
            path[s + 1] = x;
        }
        double length = x[0] * k;
        for (int s = 0; s < steps; s++) {
            double d = path[s + 1][0] - path[s][0];
            length += Math.sqrt(0.1 + d * d) * path[s][1];
        }
        return length * x[1];
    }

    private static double[] step(double[] x, double k) {
        double[] next = new double[x.length];
        next[0] = x[0] + 0.1 * x[1];
        next[1] = x[1] - 0.1 * k * Math.sin(x[0]);
        return next;
    }
}
