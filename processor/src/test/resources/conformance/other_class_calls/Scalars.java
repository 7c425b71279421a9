package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], double
/** Calls the derivatives of another class. */
/** Differentiable functions of another class. */
public final class Scalars {

    private Scalars() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double a = Curves.bump(x * y);
        double b = Curves.blend(x, a, 3);
        return a * b + Curves.bump(b);
    }
}

final class Curves {
    private Curves() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double bump(double t) {
        return Math.exp(-t * t);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double blend(double u, double v, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            s = s * u + v;
        }
        return s;
    }
}
