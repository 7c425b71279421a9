package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1], int 0
// args: double in [0.5, 1], int 4
/** A recursive call gets an array that its caller fills. */
public final class ArrayHandedOn {

    private ArrayHandedOn() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        double[] v = {x, x * x, 1};
        return walk(v, n);
    }

    private static double walk(double[] v, int n) {
        if (n == 0) {
            return v[0] * v[1] + v[2];
        }
        double[] next = new double[3];
        turn(v, next);
        return walk(next, n - 1) + v[1];
    }

    private static void turn(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.sin(from[(i + 1) % 3]) + from[i];
        }
    }
}
