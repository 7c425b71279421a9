package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int 3, int -2147483645
// args: double[4], int 2147483647, int -2147483645
/** Bounds and starts that are the last numbers there are: such a loop ends by its body only, or starts where nothing is before. */
public final class LastNumber {

    private LastNumber() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int last, int low) {
        double s = a[0];
        for (int i = Integer.MAX_VALUE; i > Integer.MAX_VALUE - 3; i--) {
            s *= a[Integer.MAX_VALUE - i];
        }
        for (int i = Integer.MIN_VALUE; i < low; i++) {
            s += Math.sin(s) * a[i - Integer.MIN_VALUE];
        }
        for (int i = 1; i <= last; i++) {
            s += a[i] * i;
        }
        return s;
    }
}
