package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
/** Elements change places. */
public final class Reverse {

    private Reverse() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        for (int i = 0; i < a.length / 2; i++) {
            double t = a[i];
            a[i] = a[a.length - 1 - i];
            a[a.length - 1 - i] = t * t;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s = s * 0.5 + a[i];
        }
        return s;
    }
}
