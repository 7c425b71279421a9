package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** A differentiable method calls another one of the same class. */
public final class OwnDerivatives {

    private OwnDerivatives() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        return g(x * y, y) * g(y, x);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double g(double u, double v) {
        return Math.sin(u) * v;
    }
}
