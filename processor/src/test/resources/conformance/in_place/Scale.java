package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
/** Every element times a factor. */
public final class Scale {

    private Scale() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double c) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] *= c;
            s += a[i] * a[i];
        }
        return s;
    }
}
