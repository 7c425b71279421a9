package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double in [0.1, 0.4], int 0
// args: double[4], double in [0.1, 0.4], int 3
/** The variable gets a new array at once, and that is filled from the old one, which has another name: a stencil. */
public final class FilledAfter {

    private FilledAfter() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[] start, double c, int steps) {
        int n = start.length;
        double[] u = start.clone();
        for (int t = 0; t < steps; t++) {
            double[] old = u;
            if (t == 1) {
                continue;
            }
            u = new double[n];
            u[0] = old[0];
            u[n - 1] = old[n - 1] * old[0];
            for (int i = 1; i < n - 1; i++) {
                u[i] = old[i] + c * (old[i - 1] - 2 * old[i] + old[i + 1]) * old[i];
            }
            if (u[1] > 100) {
                break;
            }
            u[1] *= c;
        }
        return u[1] + u[2] * u[n - 1];
    }
}
