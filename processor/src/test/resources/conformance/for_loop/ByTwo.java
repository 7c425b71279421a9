package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[7]
// args: double[6]
/** Even and odd elements, up and down. */
public final class ByTwo {

    private ByTwo() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double even = 1;
        double odd = 0;
        for (int i = 0; i < a.length; i += 2) {
            even *= 1 + a[i] * a[i];
        }
        for (int i = a.length - 1; i > 0; i -= 2) {
            odd = odd * even + a[i];
        }
        return even + odd;
    }
}
