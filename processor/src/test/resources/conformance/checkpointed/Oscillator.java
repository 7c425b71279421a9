package conformance.checkpointed;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, double in [0.1, 0.5], int 23
// args: double, double, double in [0.1, 0.5], int 1
// args: double, double, double in [0.1, 0.5], int 0
// args: double, double, double in [0.1, 0.5], int -2
/** Scalars as state, one of which is needed by the code before the loop. */
public final class Oscillator {

    private Oscillator() {}

    @Checkpointed(snapshots = 4)
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x0, double v0, double h, int n) {
        double x = x0 * v0;
        double v = x * x;
        double path = 0;
        for (int i = 0; i < n; i++) {
            v -= h * Math.sin(x) * v;
            x += h * v;
            path += x * x * i;
        }
        return x * v + path;
    }
}
