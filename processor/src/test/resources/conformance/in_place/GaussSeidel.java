package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double[5], int 3
/** Sweeps that use new values as soon as they are there. */
public final class GaussSeidel {

    private GaussSeidel() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] u, double[] b, int sweeps) {
        for (int sweep = 0; sweep < sweeps; sweep++) {
            for (int i = 1; i < u.length - 1; i++) {
                u[i] = 0.5 * (u[i - 1] + u[i + 1] - 0.1 * b[i] * u[i]);
            }
        }
        double s = 0;
        for (double v : u) {
            s += v * v;
        }
        return s;
    }
}
