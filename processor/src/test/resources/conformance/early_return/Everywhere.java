package conformance.early_return;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
// seeds: 16
/** Returns in nested ifs, loops of all kinds and behind other jumps. */
public final class Everywhere {

    private Everywhere() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0.3) {
                if (x > 0) {
                    return a[i] * x;
                } else if (x < -0.5) {
                    break;
                }
            } else {
                do {
                    x = x * 0.5;
                    if (x > 0.2) {
                        continue;
                    }
                    if (x < 0.05 && x > 0) {
                        return x * a[i];
                    }
                } while (x > 0.1);
            }
            while (true) {
                x += 0.25;
                if (x > 0.3) {
                    break;
                }
                if (a[i] < -0.6) {
                    return x * x * a[i];
                }
            }
        }
        return x * a[0];
    }
}
