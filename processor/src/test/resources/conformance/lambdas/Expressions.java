package conformance.lambdas;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

// args: double, double
/** Functions over the variables around them, called more than once and by each other. */
public final class Expressions {

    private Expressions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double scale = x * y;
        DoubleUnaryOperator f = v -> v * x + scale;
        DoubleBinaryOperator g = (u, v) -> f.applyAsDouble(u) * v;
        double a = f.applyAsDouble(y);
        double b = g.applyAsDouble(a, x) + f.applyAsDouble(f.applyAsDouble(a));
        return b * a;
    }
}
