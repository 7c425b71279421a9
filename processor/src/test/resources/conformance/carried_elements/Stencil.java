package conformance.carried_elements;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double, int 3
// args: double[3], double, int 2
// args: double[2], double, int 2
// args: double[6], double, int 0
/** In place, up and down, over windows of three and of two with a gap; perhaps there is nothing inside. */
public final class Stencil {

    private Stencil() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double k, int steps) {
        double[] u = a.clone();
        for (int s = 0; s < steps; s++) {
            for (int i = 1; i < u.length - 1; i++) {
                u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1]);
            }
            for (int i = u.length - 3; i >= 0; i--) {
                u[i] += k * u[i + 2] * u[i];
            }
        }
        double sum = 0;
        for (double v : u) {
            sum += v * v;
        }
        return sum;
    }
}
