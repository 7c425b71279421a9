package conformance.nested_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double in [0.1, 0.5], int 3
/** The inner loop goes on from the outer one's state. */
public final class Recurrence {

    private Recurrence() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, int n) {
        double s = x;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < n; j++) {
                s = Math.sin(s * a[i]) + x * j;
            }
            s = s * s + a[i];
        }
        return s;
    }
}
