package conformance.checkpointed;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double in [0.2, 0.9]
/** A path that is written once needs no snapshot; sums into elements of an array do. */
public final class Settled {

    private Settled() {}

    @Checkpointed(snapshots = 2)
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double c) {
        double[] path = new double[a.length];
        double[] sums = new double[3];
        double x = a[0];
        for (int t = 1; t < a.length; t++) {
            path[t] = Math.cos(path[t - 1] + x) * a[t];
            x = x * c + path[t] * path[t];
            sums[t % 3] += x * a[t - 1];
        }
        return path[a.length - 1] * x + sums[0] * sums[1] + sums[2];
    }
}
