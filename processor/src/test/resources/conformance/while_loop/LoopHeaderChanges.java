package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], int 2
/** A for loop whose body changes bound and index. */
public final class LoopHeaderChanges {

    private LoopHeaderChanges() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 1;
        for (int i = 0; i < n; i++) {
            s = s * a[i] + a[0];
            if (s > 0 && n < 5) {
                n++;
            }
            if (i == 2) {
                i++;
            }
        }
        return s * n;
    }
}
