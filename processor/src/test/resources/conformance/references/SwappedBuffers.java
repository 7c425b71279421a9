package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double in [0.1, 0.3], int 4
// args: double[5], double in [0.1, 0.3], int 3
// args: double[5], double in [0.1, 0.3], int 0
/** Two buffers exchange their places in every step. */
public final class SwappedBuffers {

    private SwappedBuffers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] start, double c, int steps) {
        double[] now = start.clone();
        double[] next = new double[start.length];
        for (int t = 0; t < steps; t++) {
            for (int i = 1; i < now.length - 1; i++) {
                next[i] = now[i] + c * now[i] * (now[i - 1] - 2 * now[i] + now[i + 1]);
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        double s = 0;
        for (double u : now) {
            s += u * u;
        }
        return s + next[2];
    }
}
