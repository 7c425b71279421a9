package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int 3
/** Diffusion steps between two local arrays. */
public final class TwoBuffers {

    private TwoBuffers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] u, int steps) {
        double[] now = new double[4];
        double[] next = new double[4];
        for (int i = 0; i < 4; i++) {
            now[i] = u[i];
        }
        for (int step = 0; step < steps; step++) {
            for (int i = 1; i < 3; i++) {
                next[i] = now[i] + 0.2 * now[i] * (now[i - 1] - 2 * now[i] + now[i + 1]);
            }
            for (int i = 1; i < 3; i++) {
                now[i] = next[i];
            }
        }
        return now[1] * now[1] + now[2];
    }
}
