package conformance.exact_tapes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], int 3
// args: double[1], int 2
// args: double[5], int -1
/** The inner bound is a variable of the outer loop, constant or not. */
public final class NamedBounds {

    private NamedBounds() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int rounds) {
        double s = 1;
        int grown = 0;
        for (int r = 0; r < rounds; r++) {
            int end = a.length - 1;
            for (int i = 0; i < end; i++) {
                s = Math.sin(s + a[i] * a[i + 1]);
            }
            grown++;
            int most = Math.min(grown, end);
            for (int i = 0; i < most; i++) {
                s = Math.cos(s * a[i]);
            }
        }
        return s;
    }
}
