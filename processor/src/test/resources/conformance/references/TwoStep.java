package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double[2], double in [0.1, 0.4], int 0
// args: double[2], double[2], double in [0.1, 0.4], int 1
// args: double[2], double[2], double in [0.1, 0.4], int 4
/** Three states, of which the oldest is forgotten: Verlet's method; and one that is kept, since it is the best. */
public final class TwoStep {

    private TwoStep() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[] first, double[] second, double h, int steps) {
        double[] previous = first;
        double[] current = second;
        double[] best = current;
        for (int t = 0; t < steps; t++) {
            double[] next = step(previous, current, h);
            previous = current;
            current = next;
            if (energy(current) < energy(best)) {
                best = current;
            }
        }
        return energy(current) + previous[0] * best[1];
    }

    private static double[] step(double[] previous, double[] current, double h) {
        double[] next = new double[current.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = 2 * current[i] - previous[i] - h * h * Math.sin(current[i]);
        }
        return next;
    }

    private static double energy(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v * Math.cos(v);
        }
        return sum;
    }
}
