package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double, int 0
// args: double[2], double, int 5
/** Each state is a new array, made from the one before; the first is a copy. */
public final class Trajectory {

    private Trajectory() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] start, double k, int steps) {
        double[][] path = new double[steps + 1][];
        path[0] = start.clone();
        for (int s = 0; s < steps; s++) {
            path[s + 1] = step(path[s], k, 0.1);
        }
        double energy = 0;
        for (double[] state : path) {
            energy += state[0] * state[0] * k + state[1] * state[1];
        }
        return energy * path[steps][0];
    }

    private static double[] step(double[] x, double k, double h) {
        double[] half = new double[x.length];
        double[] slope = slope(x, k);
        for (int i = 0; i < x.length; i++) {
            half[i] = x[i] + h / 2 * slope[i];
        }
        double[] next = x.clone();
        double[] middle = slope(half, k);
        for (int i = 0; i < next.length; i++) {
            next[i] += h * middle[i];
        }
        return next;
    }

    private static double[] slope(double[] x, double k) {
        return new double[] {x[1], -k * Math.sin(x[0])};
    }
}
