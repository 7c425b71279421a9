package conformance.implicit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.annotations.SolutionOf;

// args: double[3], double in [0.1, 0.5], double[2][2], passive double[2]
/** A fixed point that is a vector, of arrays, a matrix and a number, with a passive argument; any loop may find it. */
public final class Equilibrium {

    private Equilibrium() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double[] step(double[] x, double[] p, double rate, double[][] w, @Passive double[] start) {
        double[] next = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = p[i] * start[i];
            for (int j = 0; j < x.length; j++) {
                sum += w[i][j] * x[j];
            }
            next[i] = rate * Math.tanh(sum) + 0.1 * p[2];
        }
        return next;
    }

    @SolutionOf(fixedPoint = "step")
    static double[] equilibrium(double[] p, double rate, double[][] w, double[] start) {
        double[] x = start.clone();
        double change = 1;
        while (change > 1e-15) {
            double[] next = step(x, p, rate, w, start);
            change = 0;
            for (int i = 0; i < x.length; i++) {
                change = Math.max(change, Math.abs(next[i] - x[i]));
            }
            x = next;
        }
        return x;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] p, double rate, double[][] w, @Passive double[] start) {
        double sum = 0;
        for (int repeat = 1; repeat <= 2; repeat++) {
            double[] x = equilibrium(p, rate / repeat, w, start);
            sum += x[0] * x[1] + rate * x[1];
        }
        return sum;
    }
}
