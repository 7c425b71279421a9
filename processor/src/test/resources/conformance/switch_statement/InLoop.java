package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], int[] {0, 1, 2, 3, 2, 5}
// args: double[6], int[] {0, 3, 4, 0, 0, 0}
// args: double[6] in [0.2, 1], int[] {2, 2, 6, 6, 1, 0}
// seeds: 4
/** In a loop: break leaves the switch, continue and a labelled break the loop. */
@SuppressWarnings("fallthrough")
public final class InLoop {

    private InLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int[] kinds) {
        double s = 0.5;
        loop:
        for (int i = 0; i < a.length; i++) {
            double w;
            switch (kinds[i]) {
                case 0:
                    w = a[i];
                    break;
                case 1:
                    continue;
                case 2:
                    if (a[i] > 0) {
                        w = 2 * s;
                        break;
                    }
                    w = 3 * a[i];
                    break;
                case 4:
                    break loop;
                case 6:
                    if (s > 1) {
                        return s * a[i];
                    }
                default:
                    w = s * a[i];
            }
            s += w * w;
        }
        return s * s;
    }
}
