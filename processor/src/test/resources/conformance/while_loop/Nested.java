package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [0.2, 1]
/** A while in a for in a while. */
public final class Nested {

    private Nested() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0;
        int round = 0;
        while (round < 2) {
            for (int i = 0; i < a.length; i++) {
                double r = a[i];
                while (r > 0.15) {
                    r = r * 0.5;
                    s += r * r * a[(i + round) % 3];
                }
            }
            round++;
        }
        return s;
    }
}
