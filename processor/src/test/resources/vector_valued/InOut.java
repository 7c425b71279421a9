package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double in [0.5, 1.5], int 3
// args: double[4], double in [0.5, 1.5], int 0
/** An output that is read before it is overwritten. */
public final class InOut {

    private InOut() {}

    @Differentiable(outputs = "u", derivatives = Derivative.PUSHFORWARD)
    public static void f(double[] u, double c, int steps) {
        for (int t = 0; t < steps; t++) {
            double left = u[0];
            for (int i = 1; i < u.length - 1; i++) {
                double here = u[i];
                u[i] += c * (left - 2 * here + u[i + 1]) * here;
                left = here;
            }
        }
    }
}
