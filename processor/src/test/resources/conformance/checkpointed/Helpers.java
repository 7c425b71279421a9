package conformance.checkpointed;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [0.2, 1], double in [0.2, 0.9], int 7
/** The loop of a helper, inside a loop over data; a loop in a branch; one inside another checkpointed one. */
public final class Helpers {

    private Helpers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] data, double p, int n) {
        double s = 0;
        for (int i = 0; i < data.length; i++) {
            double e = run(data[i], p, n) - data[i];
            s += e * e;
        }
        return s * twice(p, n);
    }

    @Checkpointed(snapshots = 3)
    private static double run(double x0, double p, int n) {
        double x = x0;
        if (x > 0.3) {
            for (int i = 0; i < n; i++) {
                x = x - p * x * x;
            }
        } else {
            int i = 0;
            while (x < 2 && i < n) {
                x = x * (1 + p);
                i++;
            }
        }
        return x;
    }

    @Checkpointed(schedule = Checkpointed.Schedule.PERIODIC, period = 3)
    private static double twice(double p, int n) {
        double y = p;
        for (int k = 0; k < n; k++) {
            y = run(y, p * y, k);
        }
        return y;
    }
}
