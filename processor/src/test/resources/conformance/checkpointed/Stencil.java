package conformance.checkpointed;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double in [0.1, 0.4], int 9
// args: double[2], double in [0.1, 0.4], int 4
/** An array of the caller's and a local one as state; the loop counts down in steps of two. */
public final class Stencil {

    private Stencil() {}

    @Checkpointed(snapshots = 3)
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] u, double k, int n) {
        double[] old = new double[u.length];
        int turns = 0;
        for (int t = n; t > 1; t -= 2) {
            for (int i = 0; i < u.length; i++) {
                old[i] += 0.5 * u[i];
            }
            for (int i = 1; i + 1 < u.length; i++) {
                u[i] = old[i] * u[i] + k * t * (old[i - 1] - 2 * old[i] + old[i + 1]);
            }
            u[turns % 2] *= 1.25;
            turns++;
        }
        double s = 0;
        for (double e : u) {
            s += e * e * turns;
        }
        return s + old[0];
    }
}
