package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
/** The same in helpers, one of which returns what it moved, and an old state that is written once nobody else has it. */
public final class NamesInHelper {

    private NamesInHelper() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[] x, double h) {
        double[] a = moved(x, h, 3);
        double[] b = moved(a, h, 2);
        b[0] *= a[1];
        return reused(b, h) + b[0] * a[0];
    }

    private static double[] moved(double[] x, double h, int n) {
        double[] y = x.clone();
        for (int t = 0; t < n; t++) {
            double[] old = y;
            y = new double[old.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = old[i] + h * Math.sin(old[(i + 1) % y.length]);
            }
        }
        return y;
    }

    private static double reused(double[] x, double h) {
        double[] y = {x[0], x[1], x[2]};
        double sum = 0;
        for (int t = 0; t < 3; t++) {
            double[] old = y;
            y = new double[] {h * old[0], old[1] * old[2], old[2]};
            old[0] = y[1] * y[0];
            sum += old[0] * old[1] * t;
        }
        return sum + y[0];
    }
}
