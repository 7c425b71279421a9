package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], int 3
/** Returns between and inside of exchanges. */
public final class ExchangeThenReturn {

    private ExchangeThenReturn() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n) {
        double[] a = {x[0], x[1]};
        double[] b = {x[1], x[0] * x[1]};
        for (int i = 0; i < n; i++) {
            b[0] = a[0] * a[1];
            double[] t = a;
            a = b;
            b = t;
            if (a[0] < 0) {
                return b[0] * a[0] * x[0];
            }
            for (int j = 0; j < 2; j++) {
                a[j] += b[1 - j];
                if (a[j] > 1.5) {
                    return a[j] * b[0];
                }
            }
        }
        return a[1] * b[0];
    }
}
