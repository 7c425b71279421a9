package conformance.checkpointed;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [0.2, 1], double in [0.2, 0.9], int 5
/** A checkpointed loop adds to elements of an array that belongs to the independent loop around it. */
public final class SumsOutside {

    private SumsOutside() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] data, double p, int n) {
        double[] sums = new double[2];
        double s = 0;
        for (int i = 0; i < data.length; i++) {
            double x = data[i];
            double y = walk(x * p, p, n, sums);
            s += y * x;
        }
        return sums[0] * s * p;
    }

    @Checkpointed(snapshots = 2)
    private static double walk(double x0, double p, int n, double[] sums) {
        double x = x0;
        for (int i = 0; i < n; i++) {
            x = x - p * x * x;
            sums[0] += x * x;
        }
        return x;
    }
}
