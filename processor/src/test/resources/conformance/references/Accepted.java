package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double in [0.5, 1.5], double 0.5
// args: double[2], double in [0.5, 1.5], double 100
/** Steps that are taken or not, until the last two states are close; the name for the one before lives behind the loop. */
public final class Accepted {

    private Accepted() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[] start, double h, double limit) {
        double[] x = start.clone();
        double[] before;
        int steps = 0;
        do {
            before = x;
            double[] trial = step(x, h);
            if (distance(trial, x) < limit) {
                x = trial;
            } else {
                h *= 0.5;
            }
            steps++;
        } while (steps < 5 && distance(x, before) > 0.01);
        return x[0] * x[1] + before[0] * h;
    }

    private static double[] step(double[] x, double h) {
        double[] y = x.clone();
        y[0] -= h * Math.sin(x[1]);
        y[1] += h * x[0] * x[0];
        return y;
    }

    private static double distance(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    }
}
